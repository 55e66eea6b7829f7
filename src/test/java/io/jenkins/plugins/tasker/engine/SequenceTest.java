package io.jenkins.plugins.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.text.Level;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SequenceTest {

    @Test
    @DisplayName("9.1 the run starts at the lowest id that is not a sub-task, and warns if that is not 0")
    void start() {
        Flow flow = Flow.of("2;type=parallel;tasks=1", "1 exit 0", "3 exit 0").run();
        assertThat(flow.executed()).isEqualTo("2-1 3");
        assertThat(flow.notes(Level.WARN)).containsExactly("the run starts at task 2, not at task 0");
    }

    @Test
    @DisplayName("9.1 the run starts at the requested task")
    void startFrom() {
        assertThat(Flow.of("0 exit 0", "1 exit 0", "2 exit 0")
                        .startFrom(1)
                        .run()
                        .executed())
                .isEqualTo("1 2");
    }

    @Test
    @DisplayName("9.2 sleep comes after the result is stored and also before next=never")
    void sleepBeforeNever() {
        long before = System.nanoTime();
        Flow flow = Flow.of("0 exit 1; sleep=0.2; next=never").run();
        assertThat(System.nanoTime() - before).isGreaterThan(200_000_000L);
        assertThat(flow.exitCode()).isZero();
    }

    @Test
    @DisplayName("9.3 after next=always the flow continues despite a failure")
    void always() {
        assertThat(Flow.of("0 exit 1; next=always; on_failure=9", "1 exit 0; next=never", "9 exit 0")
                        .run()
                        .executed())
                .isEqualTo("0 1");
    }

    @Test
    @DisplayName("9.3 next=never ends the run with 0 and ignores the jumps")
    void never() {
        Flow flow = Flow.of("0 exit 1; next=never; on_success=1; on_failure=1", "1 exit 0")
                .run();
        assertThat(flow.executed()).isEqualTo("0");
        assertThat(flow.exitCode()).isZero();
    }

    @Test
    @DisplayName("9.4 a satisfied next jumps to on_success even if the task failed")
    void satisfiedNextOfAFailedTask() {
        assertThat(Flow.of("0 exit 1; next=exit_1; on_success=5; on_failure=6", "5 exit 0; next=never", "6 exit 0")
                        .run()
                        .executed())
                .isEqualTo("0 5");
    }

    @Test
    @DisplayName("9.4 a next that is not satisfied jumps to on_failure")
    void unsatisfiedNext() {
        assertThat(Flow.of("0 exit 0; next=exit_1; on_success=5; on_failure=6", "5 exit 0; next=never", "6 exit 0")
                        .run()
                        .executed())
                .isEqualTo("0 6");
    }

    @Test
    @DisplayName("9.4 a next that is not satisfied stops the run with 14 if there is no on_failure")
    void stop() {
        Flow flow = Flow.of("0 exit 3; next=exit_0", "1 exit 0").run();
        assertThat(flow.executed()).isEqualTo("0");
        assertThat(flow.exitCode()).isEqualTo(14);
        assertThat(flow.reason()).isEqualTo("Task 0: 'next=exit_0' is not satisfied and there is no 'on_failure'");
    }

    @Test
    @DisplayName("9.4 without next, success decides between on_success and on_failure")
    void withoutNext() {
        assertThat(Flow.of("0 exit 0; on_success=5", "5 exit 1; on_failure=6", "6 exit 0")
                        .run()
                        .executed())
                .isEqualTo("0 5 6");
    }

    @Test
    @DisplayName(
            "9.4 without next and on_failure a failed task is followed by the next one, and on_success does not count")
    void failureWithoutHandler() {
        Flow flow = Flow.of("0 exit 1; on_success=5", "1 exit 0; next=never", "5 exit 0")
                .run();
        assertThat(flow.executed()).isEqualTo("0 1");
    }

    @Test
    @DisplayName("9.4 every jump is logged with its reason")
    void jumpIsLogged() {
        Flow flow = Flow.of("0 exit 1; on_failure=5", "5 exit 0").run();
        assertThat(flow.events)
                .filteredOn(RunEvent.Moved.class::isInstance)
                .singleElement()
                .isEqualTo(
                        new RunEvent.Moved(TaskKey.of(new TaskId(0)), new TaskId(5), true, "failed with exit code 1"));
    }

    @Test
    @DisplayName("16.9 a sleep is logged before it begins, but not in a dry run")
    void sleepIsLogged() {
        assertThat(Flow.of("0 exit 0; sleep=0.05").run().notes(Level.INFO)).containsExactly("sleeping for 0.05 s");
        assertThat(Flow.of("0 exit 0; sleep=0.05").dry().run().notes(Level.INFO))
                .isEmpty();
    }

    @Test
    @DisplayName("16.9 a missed number of lines is logged")
    void missedLineCountIsLogged() {
        Flow flow =
                Flow.of("0 out one; stdout_count=2; stderr_count=0", "1 exit 0").run();
        assertThat(flow.notes(Level.INFO)).containsExactly("'stdout_count' requires 2 lines, but there is 1");
        assertThat(flow.events)
                .filteredOn(RunEvent.Moved.class::isInstance)
                .extracting(event -> ((RunEvent.Moved) event).reason())
                .containsExactly("not successful");
    }

    @Test
    @DisplayName("9.5 the next id follows even if it is a jump target")
    void fallingThrough() {
        assertThat(Flow.of("0 exit 0; on_failure=1", "1 exit 0").run().executed())
                .isEqualTo("0 1");
    }

    @Test
    @DisplayName("9.5 after a gap, sub-tasks and jump targets are passed over")
    void afterAGap() {
        Flow flow = Flow.of("0 exit 0; on_failure=4", "4 exit 0", "5;type=parallel;tasks=6", "6 exit 0", "7 exit 0")
                .run();
        assertThat(flow.executed()).isEqualTo("0 5-6 7");
    }

    @Test
    @DisplayName("9.5 the run ends with 0 where no task follows")
    void noTaskFollows() {
        Flow flow = Flow.of("0 exit 7").run();
        assertThat(flow.exitCode()).isZero();
        assertThat(flow.reason()).isEqualTo("no task follows task 0");
    }

    @Test
    @DisplayName("9.6 on the failure path, handlers follow after a gap")
    void failurePath() {
        Flow flow = Flow.of(
                        "0 exit 1; on_failure=10",
                        "10 exit 1; next=exit_0; on_failure=20",
                        "20 exit 0",
                        "30 exit 0; on_failure=40",
                        "40 exit 0")
                .run();
        assertThat(flow.executed()).isEqualTo("0 10 20 30 40");
    }

    @Test
    @DisplayName("9.6 an on_success jump leaves the failure path")
    void leavingTheFailurePath() {
        Flow flow = Flow.of(
                        "0 exit 1; on_failure=10", "10 exit 0; on_success=20", "20 exit 0; on_failure=40", "40 exit 0")
                .run();
        assertThat(flow.executed()).isEqualTo("0 10 20");
    }

    @Test
    @DisplayName("9.7 a crossed gap is logged at INFO, passed sub-tasks are not")
    void gapIsLogged() {
        assertThat(Flow.of("0 exit 0", "3 exit 0").run().notes(Level.INFO))
                .containsExactly("ids 1-2 are not defined; the next task is task 3");
        assertThat(Flow.of("0;type=parallel;tasks=1", "1 exit 0", "2 exit 0")
                        .run()
                        .notes(Level.INFO))
                .isEmpty();
    }

    @Test
    @DisplayName("9.7 a strict gap ends the run with 0")
    void strictGap() {
        Flow flow = Flow.of("0 exit 0", "3 exit 0").strictGaps().run();
        assertThat(flow.executed()).isEqualTo("0");
        assertThat(flow.exitCode()).isZero();
    }

    @Test
    @DisplayName("9.8 after a skipped task the following task runs, despite its other fields")
    void skip() {
        Flow flow = Flow.of(
                        "0 exit 0; condition=false; next=never; on_success=5; loop=3; sleep=100; return=9",
                        "1 exit 0; next=never",
                        "5 exit 0")
                .run();
        assertThat(flow.skipped()).isEqualTo("0");
        assertThat(flow.executed()).isEqualTo("1");
    }

    @Test
    @DisplayName("9.9 return ends the run after the command with its code, also with next=never and before on_success")
    void returnAfterCommand() {
        assertThat(Flow.of("0 exit 0; return=7; on_success=1", "1 exit 0").run().exitCode())
                .isEqualTo(7);
        assertThat(Flow.of("0 exit 0; return=7; next=never", "1 exit 0").run().exitCode())
                .isEqualTo(7);
        assertThat(Flow.of("0 exit 1; return=7", "1 exit 0").run().exitCode()).isEqualTo(7);
    }

    @Test
    @DisplayName("9.9 return has no effect if next is not satisfied, or the task failed and has on_failure")
    void returnAndFailure() {
        assertThat(Flow.of("0 exit 1; return=7; next=exit_0").run().exitCode()).isEqualTo(14);
        Flow flow = Flow.of("0 exit 1; return=7; on_failure=5", "5 exit 0").run();
        assertThat(flow.executed()).isEqualTo("0 5");
        assertThat(flow.exitCode()).isZero();
    }

    @Test
    @DisplayName(
            "9.10 a jump may target an earlier task, the task itself, or a sub-task, which then runs as a normal task")
    void jumps() {
        Flow flow = Flow.of(
                        "0;type=parallel;tasks=1;on_success=2",
                        "1 exit 0; next=never",
                        "2 count; next=stdout=3; on_failure=2; on_success=1")
                .run();
        assertThat(flow.executed()).isEqualTo("0-1 2 2 2 1");
    }

    @Test
    @DisplayName("9.10 a jump to an undefined id stops the run with 14")
    void jumpToUndefinedId() {
        assertThat(Flow.of("0 exit 0; on_success=9").run().exitCode()).isEqualTo(14);
    }

    @Test
    @DisplayName("9.11 the exit code of the run is never that of a command")
    void exitCodeOfTheRun() {
        assertThat(Flow.of("0 exit 5", "1 exit 6").run().exitCode()).isZero();
    }
}
