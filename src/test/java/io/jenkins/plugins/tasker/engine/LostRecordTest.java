package io.jenkins.plugins.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Runs with a record that can no longer be written from a certain event on. */
class LostRecordTest {

    private static Predicate<RunEvent> start(long task) {
        return event -> event instanceof RunEvent.TaskStarted started
                && started.task().task().value() == task;
    }

    private static Predicate<RunEvent> end(long task) {
        return event ->
                event instanceof RunEvent.TaskEnded ended && ended.task().task().value() == task;
    }

    @Test
    @DisplayName("16.12 a command whose start cannot be recorded is not started, and the run ends with 41")
    void start() {
        Flow flow = Flow.of("0 exit 0", "1 exit 0", "2 exit 0")
                .losingRecordAt(start(1))
                .run();

        assertThat(flow.runner.started).hasSize(1);
        assertThat(flow.exitCode()).isEqualTo(41);
        assertThat(flow.reason()).contains("its record can no longer be written");
    }

    @Test
    @DisplayName("16.12 nothing starts after an end that cannot be recorded")
    void end() {
        Flow flow = Flow.of("0 exit 0", "1 exit 0").losingRecordAt(end(0)).run();

        assertThat(flow.executed()).isEqualTo("0");
        assertThat(flow.exitCode()).isEqualTo(41);
    }

    @Test
    @DisplayName("16.12 running commands end by themselves")
    void runningCommands() {
        Flow flow = Flow.of("0;type=parallel;tasks=1,2,3;max_parallel=2", "1 slow result", "2 exit 0", "3 exit 0")
                .losingRecordAt(end(2))
                .run();

        assertThat(flow.executed()).isEqualTo("0-1 0-2");
        assertThat(flow.result(1).stdout()).isEqualTo("result");
        assertThat(flow.exitCode()).isEqualTo(41);
    }

    @Test
    @DisplayName("16.12 an interrupt still terminates the running commands")
    void interrupt() {
        Flow flow = Flow.of("0;type=parallel;tasks=1,2", "1 hang", "2 exit 0")
                .losingRecordAt(end(2))
                .watchedBy((engine, event) -> {
                    if (end(2).test(event)) {
                        engine.interrupt(Interrupt.SIGINT);
                    }
                })
                .run();

        assertThat(flow.result(1).exitCode()).isEqualTo(143);
    }

    @Test
    @DisplayName("16.12 a sleep ends when the record is lost")
    void sleep() {
        Flow flow =
                Flow.of("0 exit 0;sleep=300", "1 exit 0").losingRecordAt(end(0)).run();

        assertThat(flow.exitCode()).isEqualTo(41);
    }

    @Test
    @DisplayName("16.12 a return that cannot be recorded does not decide the exit code")
    void returned() {
        assertThat(Flow.of("0;return=0").losingRecordAt(end(0)).run().exitCode())
                .isEqualTo(41);
    }
}
