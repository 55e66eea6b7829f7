package io.jenkins.plugins.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Workflows of any shape: groups, branches, jumps in all directions, loops, gaps, undefined ids. */
class RandomWorkflowTest {

    /** A circle of jumps has no limit (rule 9.10), also one in which every command is skipped. */
    private static final int MOST_EVENTS = 2000;

    private static final Set<Integer> EXIT_CODES = Set.of(0, 5, 14, 41);

    @Provide
    Arbitrary<List<String>> workflows() {
        Arbitrary<Integer> ids = Arbitraries.integers().between(0, 12);
        Arbitrary<String> command = Arbitraries.of("exit 0", "exit 1", "out a", "err b", "timeout", "count");
        Arbitrary<String> next = Arbitraries.of(
                "",
                "",
                ";next=exit_0",
                ";next=always",
                ";next=never",
                ";next=stdout~a|exit_1",
                ";loop=2",
                ";loop=3;next=loop&exit_0");
        Arbitrary<String> condition =
                Arbitraries.of("", "", "", ";condition=true", ";condition=false", ";condition=@0_success@");
        Arbitrary<String> jumps = Combinators.combine(
                        ids, ids, Arbitraries.integers().between(0, 3))
                .as((success, failure, which) -> (which % 2 == 1 ? ";on_success=" + success : "")
                        + (which >= 2 ? ";on_failure=" + failure : ""));
        Arbitrary<String> normal = Combinators.combine(
                        command, next, condition, jumps, Arbitraries.of("", "", "", ";return=5"))
                .as((c, n, k, j, r) -> " " + c + n + k + j + r);
        Arbitrary<String> members =
                ids.list().ofMinSize(1).ofMaxSize(4).map(list -> list.toString().replaceAll("[\\[\\] ]", ""));
        Arbitrary<String> parallel = Combinators.combine(
                        members,
                        jumps,
                        Arbitraries.of("", ";max_parallel=1", ";retry_failed=true;retry_delay=0", ";next=any_success"))
                .as((m, j, o) -> ";type=parallel;tasks=" + m + j + o);
        Arbitrary<String> conditional = Combinators.combine(members, members, condition, jumps)
                .as((t, f, k, j) -> ";type=conditional;if_true_tasks=" + t + ";if_false_tasks=" + f + k + j);
        Arbitrary<String> body = Arbitraries.frequencyOf(
                Tuple.of(6, normal),
                Tuple.of(1, parallel),
                Tuple.of(1, conditional),
                Tuple.of(1, Arbitraries.just(";return=5")));
        return Combinators.combine(ids, body)
                .as((id, text) -> id + text)
                .list()
                .ofMinSize(1)
                .ofMaxSize(9)
                .map(RandomWorkflowTest::withoutNestedGroups);
    }

    /** A group within a group is an error that cannot be skipped (E34), so the engine never sees one. */
    private static List<String> withoutNestedGroups(List<String> tasks) {
        Set<String> groups = new HashSet<>();
        for (String task : tasks) {
            if (task.contains("type=")) {
                groups.add(task.substring(0, task.indexOf(';')));
            }
        }
        return tasks.stream()
                .map(task -> task.replaceAll(
                        "(tasks=|,)(" + String.join("|", groups.isEmpty() ? Set.of("x") : groups) + ")(?=,|;|$)",
                        "$199"))
                .toList();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @Label("9.11 a workflow of any shape ends, or is stopped, and its events fit together")
    void ends(@ForAll("workflows") List<String> tasks) {
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
    void dryRunEnds(@ForAll("workflows") List<String> tasks) {
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
        // Only a group that ended the run has no end of its own.
        started.removeAll(ended);
        assertThat(started).hasSizeLessThanOrEqualTo(1);
        assertThat(started).allMatch(key -> key.parent().isEmpty());
    }
}
