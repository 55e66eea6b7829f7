package io.jenkins.plugins.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.taskfile.UpperLimits.RunSize;
import io.jenkins.plugins.tasker.text.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Limits of the administrator on the length of a run (rule 16.14). */
class LongRunTest {

    private static Flow loop(long executions, long recordBytes) {
        return Flow.of("0 exit 0;loop=1000", "1 exit 0").limits(new RunSize(executions, recordBytes));
    }

    @Test
    @DisplayName("16.14 A run at the limit of executions ends with 43 and names limit and setting")
    void endsAtTheLimitOfExecutions() {
        Flow run = loop(10, Long.MAX_VALUE).run();

        assertThat(run.exitCode()).isEqualTo(43);
        assertThat(run.reason()).contains("the administrator's limit of executions");
        assertThat(run.runner.started).hasSize(10);
        assertThat(run.notes(Level.ERROR))
                .anyMatch(note ->
                        note.contains("has executed 10 tasks") && note.contains("Manage Jenkins, System, Tasker"));
    }

    @Test
    @DisplayName("16.14 A run that needs exactly the allowed executions is not limited")
    void reachesTheLimitUnharmed() {
        assertThat(loop(1002, Long.MAX_VALUE).run().exitCode()).isZero();
    }

    @Test
    @DisplayName("16.14 A run whose record is larger than the limit ends with 43")
    void endsAtTheLimitOfTheRecord() {
        Flow run = loop(Long.MAX_VALUE, 100).run();

        assertThat(run.exitCode()).isEqualTo(43);
        assertThat(run.reason()).contains("the administrator's limit of the size of its record");
        assertThat(run.runner.started).hasSizeBetween(20, 60);
    }

    @Test
    @DisplayName("16.14 Skipped tasks and jumps count: a cycle without a command ends, too")
    void countsSkippedTasks() {
        Flow run = Flow.of(
                        "0 exit 0;on_success=1",
                        "1 exit 0;condition=1=2",
                        "2;type=parallel;tasks=3;on_success=1",
                        "3 exit 0")
                .limits(new RunSize(50, Long.MAX_VALUE))
                .run();

        assertThat(run.exitCode()).isEqualTo(43);
    }

    @Test
    @DisplayName("16.14 Members count; those that run end by themselves, and no other starts")
    void letsMembersEnd() {
        Flow run = Flow.of(
                        "0;type=parallel;tasks=1,2,3,4;max_parallel=2", "1 exit 0", "2 exit 0", "3 exit 0", "4 exit 0")
                .limits(new RunSize(3, Long.MAX_VALUE))
                .run();

        assertThat(run.exitCode()).isEqualTo(43);
        assertThat(run.result(1).exitCode()).isZero();
        assertThat(run.result(2).exitCode()).isZero();
        assertThat(run.runner.started).hasSize(2);
    }

    @Test
    @DisplayName(
            "16.14 A run that was cut off at its limit ends in the same way when it continues, whatever the limit is now")
    void replaysTheLimit() {
        String[] tasks = {"0;type=parallel;tasks=1,2,3,4;max_parallel=2", "1 exit 0", "2 exit 0", "3 exit 0", "4 exit 0"
        };
        EngineHarness harness = new EngineHarness();
        Flow whole = Flow.of(tasks)
                .on(harness)
                .limits(new RunSize(3, Long.MAX_VALUE))
                .run();
        List<RunEvent> recorded = whole.events.stream()
                .filter(event -> !(event instanceof RunEvent.CommandEnded))
                .toList();
        int limit = 1
                + IntStream.range(0, recorded.size())
                        .filter(i -> recorded.get(i) instanceof RunEvent.Interrupted)
                        .findFirst()
                        .orElseThrow();
        for (int cut = limit; cut < recorded.size(); cut++) {
            Flow continued = Flow.of(tasks)
                    .on(harness)
                    .limits(new RunSize(Long.MAX_VALUE, Long.MAX_VALUE))
                    .continuing(new ArrayList<>(recorded.subList(0, cut)))
                    .run();
            assertThat(continued.exitCode()).as("cut at " + cut).isEqualTo(43);
            assertThat(harness.started()).isEqualTo(2);
        }
    }
}
