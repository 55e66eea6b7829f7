package io.jenkins.plugins.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

class RandomWorkflowTest {

    /** A cycle of jumps has no limit (rule 9.10), even if it skips every command; so the test interrupts long runs. */
    private static final int MOST_EVENTS = 2000;

    private static final Set<Integer> EXIT_CODES = Set.of(0, 5, 14, 41);

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @Label("9.11 a workflow of any shape ends, or is stopped, and its events fit together")
    @Domain(RandomWorkflows.class)
    void ends(@ForAll List<String> tasks) {
        int[] events = new int[1];
        Flow flow = Flow.of(tasks.toArray(String[]::new))
                .watchedBy((engine, event) -> {
                    if (++events[0] == MOST_EVENTS) {
                        engine.interrupt(Interrupt.ABORT);
                    }
                })
                .run();
        assertThat(flow.exitCode()).isIn(EXIT_CODES);
        assertConsistent(flow.events);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @Label("15.7 a dry run of any shape ends by itself with 0 or a return code")
    @Domain(RandomWorkflows.class)
    void dryRunEnds(@ForAll List<String> tasks) {
        Flow flow = Flow.of(tasks.toArray(String[]::new)).dry().run();
        assertThat(flow.exitCode()).isIn(0, 5);
        assertThat(flow.runner.started).isEmpty();
        assertConsistent(flow.events);
    }

    private static void assertConsistent(List<RunEvent> events) {
        Set<TaskKey> started = new HashSet<>();
        Set<TaskKey> ended = new HashSet<>();
        for (RunEvent event : events) {
            if (event instanceof RunEvent.TaskStarted start) {
                assertThat(started.add(start.task()))
                        .as("started once: " + start)
                        .isTrue();
            } else if (event instanceof RunEvent.GroupStarted start) {
                assertThat(started.add(start.task()))
                        .as("started once: " + start)
                        .isTrue();
            } else if (event instanceof RunEvent.TaskEnded end) {
                assertThat(ended.add(end.task())).as("ended once: " + end).isTrue();
            } else if (event instanceof RunEvent.TaskSkipped skipped) {
                assertThat(started).doesNotContain(skipped.task());
            }
        }
        assertThat(events.get(events.size() - 1)).isInstanceOf(RunEvent.RunEnded.class);
        // A group has no end event if one of its members ended the run.
        started.removeAll(ended);
        assertThat(started).hasSizeLessThanOrEqualTo(1);
        assertThat(started).allMatch(key -> key.parent().isEmpty());
    }
}
