package io.jenkins.plugins.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run that is cut off at any event and continued ends like an uninterrupted run, and starts no command twice. */
@Timeout(30)
class RecordedHistoryTest {

    private static final String[] EVERYTHING = {
        "0 out ready",
        "1 count;loop=3;loop_break=stdout~2;sleep=0.01",
        "2 exit 1;on_failure=4",
        "4;type=parallel;tasks=5,6,7,8;max_parallel=2;retry_failed=true;retry_count=2;retry_delay=0;timeout=60"
                + ";next=any_success;on_success=10",
        "5 out a b c;stdout_split=space,1;sleep=0.01",
        "6 fail-times 2",
        "7 exit 0;condition=@0_stdout@~nothing",
        "8;return=3",
        "10;type=conditional;condition=@5_stdout@=b;if_true_tasks=11,12",
        "11 out deep;success=stdout~deep;stdout_count=1",
        "12 err no",
        "13 out @11_stdout@ and @5_stdout@;next=stdout~deep;on_success=15",
        "15 slow;return=7"
    };

    /** Ends a run at an event, as a crash does: the event is not recorded, and the engine stops. */
    private static final class Crash extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private record Cut(EngineHarness harness, List<RunEvent> recorded) {}

    private static Cut cut(int event, String... tasks) {
        EngineHarness harness = new EngineHarness();
        List<RunEvent> recorded = new ArrayList<>();
        try {
            Flow.of(tasks)
                    .on(harness)
                    .watchedBy((engine, happened) -> {
                        if (!(happened instanceof RunEvent.CommandEnded)) {
                            if (recorded.size() == event) {
                                throw new Crash();
                            }
                            recorded.add(happened);
                        }
                    })
                    .run();
        } catch (Crash e) {
            assertThat(recorded).hasSize(event);
        }
        return new Cut(harness, recorded);
    }

    private static List<RunEvent> continued(Cut cut, String... tasks) {
        List<RunEvent> all = new ArrayList<>(cut.recorded());
        Flow continued =
                Flow.of(tasks).on(cut.harness()).continuing(cut.recorded()).run();
        continued.events.stream()
                .filter(event -> !(event instanceof RunEvent.CommandEnded))
                .forEach(all::add);
        return all;
    }

    /** Summarizes a run independently of the order in which the commands of a group ended. */
    private static Map<String, String> outcome(List<RunEvent> events) {
        Map<String, String> outcome = new TreeMap<>();
        for (RunEvent event : events) {
            if (event instanceof RunEvent.TaskEnded ended) {
                TaskResult result = ended.result();
                String before = outcome.put(
                        "end of " + ended.task().id(),
                        result.status() + " " + result.exitCode() + " " + result.stdout() + result.stderr()
                                + ended.retried() + ended.verdicts());
                assertThat(before).as("ended once: " + ended.task()).isNull();
            } else if (event instanceof RunEvent.Moved moved) {
                outcome.put("move from " + moved.from().id(), moved.to() + moved.reason());
            } else if (event instanceof RunEvent.RunEnded ended) {
                assertThat(outcome.put("end", ended.exitCode() + ended.reason()))
                        .isNull();
            } else if (!(event instanceof RunEvent.WorkflowPlanned)) {
                outcome.merge(RecordedHistory.describe(event), "1", (a, b) -> a + b);
            }
        }
        return outcome;
    }

    @Test
    void runThatIsCutOffAtAnyEventShouldEndLikeAnUninterruptedRun() {
        Cut whole = cut(Integer.MAX_VALUE, EVERYTHING);
        Map<String, String> expected = outcome(whole.recorded());
        assertThat(expected.get("end")).startsWith("7");

        for (int event = 0; event <= whole.recorded().size(); event++) {
            Cut cut = cut(event, EVERYTHING);
            assertThat(outcome(continued(cut, EVERYTHING)))
                    .as("cut at event " + event)
                    .isEqualTo(expected);
            assertThat(cut.harness().started()).isEqualTo(whole.harness().started());
        }
    }

    @Test
    @DisplayName("8.12 A continued run keeps the recorded value of a condition that is unknown today")
    void continuedRunKeepsTheRecordedConditions() {
        String[] before = {
            "0 out 95%",
            "1 out one;condition=true",
            "2;type=conditional;condition=true;if_true_tasks=3,4;if_false_tasks=5",
            "3 out three;condition=false",
            "4 out four",
            "5 out five"
        };
        String[] now = before.clone();
        now[1] = "1 out one;condition=NOT @0_stdout@>90";
        now[2] = now[2].replace("condition=true;", "condition=NOT @0_stdout@>90;");
        now[3] = "3 out three;condition=@0_stdout@=95%";
        Cut cut = cut(10, before);
        assertThat(cut.recorded()).last().isInstanceOf(RunEvent.TaskSkipped.class);

        Map<String, String> outcome = outcome(continued(cut, now));

        assertThat(outcome.get("end")).startsWith("0");
        assertThat(outcome).containsKeys("end of 1.0.0.0", "TaskSkipped [Task 2-3]", "end of 2-1-4.0.0.0");
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    @Domain(RandomWorkflows.class)
    @Domain(DomainContext.Global.class)
    void workflowOfAnyShapeShouldEndLikeAnUninterruptedRun(
            @ForAll List<String> tasks, @ForAll @DoubleRange(min = 0, max = 1) double where) {
        String[] file = tasks.toArray(String[]::new);
        Cut whole = cut(300, file);
        Cut cut = cut((int) (where * whole.recorded().size()), file);
        List<RunEvent> all = new ArrayList<>(cut.recorded());
        int[] left = {300 - all.size()};
        try {
            Flow.of(file)
                    .on(cut.harness())
                    .continuing(cut.recorded())
                    .watchedBy((engine, event) -> {
                        if (!(event instanceof RunEvent.CommandEnded)) {
                            if (left[0]-- == 0) {
                                throw new Crash();
                            }
                            all.add(event);
                        }
                    })
                    .run();
        } catch (Crash e) {
            assertThat(all).hasSize(300);
        }
        assertThat(outcome(all)).isEqualTo(outcome(whole.recorded()));
        assertThat(cut.harness().started()).isEqualTo(whole.harness().started());
    }

    @Test
    void runThatWasAbortedBeforeItWasCutOffShouldStartNothing() {
        EngineHarness harness = new EngineHarness();
        List<RunEvent> recorded = new ArrayList<>();
        try {
            Flow.of("0 hang", "1 exit 0")
                    .on(harness)
                    .watchedBy((engine, event) -> {
                        if (event instanceof RunEvent.CommandEnded) {
                            throw new Crash();
                        }
                        recorded.add(event);
                        if (event instanceof RunEvent.TaskStarted) {
                            engine.interrupt(Interrupt.ABORT);
                        }
                    })
                    .run();
        } catch (Crash e) {
            assertThat(recorded.get(recorded.size() - 1)).isInstanceOf(RunEvent.Interrupted.class);
        }

        Flow continued =
                Flow.of("0 hang", "1 exit 0").on(harness).continuing(recorded).run();

        assertThat(continued.exitCode()).isEqualTo(41);
        assertThat(continued.result(0).exitCode()).isEqualTo(143);
        assertThat(continued.executed()).isEmpty();
    }

    @Test
    void journalThatContradictsTheTaskFileShouldEndTheRunAndStartNothing() {
        Cut cut = cut(6, "0 exit 0", "1 exit 0", "2 exit 0");

        Flow continued = Flow.of("0 exit 0;next=always;on_success=2", "1 exit 0", "2 exit 0")
                .on(cut.harness())
                .continuing(cut.recorded())
                .run();

        assertThat(continued.exitCode()).isEqualTo(99);
        assertThat(continued.reason())
                .startsWith("the run cannot be continued: 'Moved [Task 0, 1, false]' is recorded");
        assertThat(continued.executed()).isEmpty();
    }

    @Test
    void commandWithUnknownEndShouldEndTheRunAndBeNamed() {
        Cut cut = cut(2, "0 exit 0", "1 exit 0");
        List<RunEvent> recorded = cut.recorded();
        assertThat(recorded.get(recorded.size() - 1)).isInstanceOf(RunEvent.TaskStarted.class);

        Flow continued = Flow.of("0 exit 0", "1 exit 0")
                .on((command, listener) -> {
                    throw new AssertionError("nothing may be started");
                })
                .continuing(recorded)
                .run();

        assertThat(continued.exitCode()).isEqualTo(99);
        assertThat(continued.reason())
                .isEqualTo("the end of Task 0 is unknown: the process that started it was interrupted;"
                        + " it may still be running on h, command: exit 0");
    }

    @Test
    void sleepThatIsOverShouldNotBeRepeated() {
        Cut cut = cut(3, "0 exit 0", "1 exit 0");
        List<RunEvent> recorded = cut.recorded().stream()
                .map(event -> event instanceof RunEvent.TaskEnded ended ? hoursAgo(ended) : event)
                .toList();

        Flow continued = Flow.of("0 exit 0;sleep=300", "1 exit 0")
                .on(cut.harness())
                .continuing(recorded)
                .run();

        assertThat(continued.executed()).isEqualTo("1");
    }

    private static RunEvent hoursAgo(RunEvent.TaskEnded ended) {
        TaskResult result = ended.result();
        TaskResult earlier = new TaskResult(
                result.hostname(),
                result.status(),
                result.stdout(),
                result.exitCode(),
                result.stderr(),
                result.start().minusSeconds(7200),
                result.duration(),
                result.counts());
        return new RunEvent.TaskEnded(
                ended.task(), earlier, ended.stdout(), ended.stderr(), ended.retried(), ended.verdicts());
    }
}
