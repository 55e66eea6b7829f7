package io.jenkins.plugins.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class InterruptTest {

    private static Flow interruptedWhenStarting(long task, Interrupt cause, String... tasks) {
        return Flow.of(tasks)
                .watchedBy((engine, event) -> {
                    if (event instanceof RunEvent.TaskStarted started
                            && started.task().task().value() == task) {
                        engine.interrupt(cause);
                    }
                })
                .run();
    }

    @Test
    @DisplayName("17.1 SIGINT ends the run with 40, SIGTERM and an abort with 41, and no further task starts")
    void exitCodes() {
        assertThat(interruptedWhenStarting(0, Interrupt.SIGINT, "0 hang", "1 exit 0")
                        .exitCode())
                .isEqualTo(40);
        assertThat(interruptedWhenStarting(0, Interrupt.SIGTERM, "0 hang", "1 exit 0")
                        .exitCode())
                .isEqualTo(41);
        Flow aborted = interruptedWhenStarting(0, Interrupt.ABORT, "0 hang", "1 exit 0");
        assertThat(aborted.exitCode()).isEqualTo(41);
        assertThat(aborted.executed()).isEqualTo("0");
    }

    @Test
    @DisplayName("17.1 a sleep ends at once")
    void sleep() {
        Flow flow = Flow.of("0 exit 0; sleep=300", "1 exit 0")
                .watchedBy((engine, event) -> {
                    if (event instanceof RunEvent.TaskEnded) {
                        engine.interrupt(Interrupt.SIGTERM);
                    }
                })
                .run();
        assertThat(flow.exitCode()).isEqualTo(41);
    }

    @Test
    @DisplayName("17.1 a retry delay ends at once and the retry does not start")
    void retryDelay() {
        Flow flow = Flow.of("0;type=parallel;tasks=1;retry_failed=true;retry_delay=300", "1 exit 1")
                .watchedBy((engine, event) -> {
                    if (event instanceof RunEvent.TaskEnded ended && ended.retried()) {
                        engine.interrupt(Interrupt.SIGTERM);
                    }
                })
                .run();
        assertThat(flow.exitCode()).isEqualTo(41);
        assertThat(flow.executed()).isEqualTo("0-1");
    }

    @Test
    @DisplayName("17.1 all running commands of a group are terminated and queued ones do not start")
    void group() {
        Flow flow = interruptedWhenStarting(
                2,
                Interrupt.SIGINT,
                "0;type=parallel;tasks=1,2,3;max_parallel=2;next=always",
                "1 hang",
                "2 hang",
                "3 exit 0",
                "4 exit 0");
        assertThat(flow.executed()).isEqualTo("0-1 0-2");
        assertThat(flow.exitCode()).isEqualTo(40);
    }

    @Test
    @DisplayName("17.2 the terminated task is stored with its exit code")
    void terminatedTask() {
        assertThat(interruptedWhenStarting(0, Interrupt.SIGINT, "0 hang")
                        .result(0)
                        .exitCode())
                .isEqualTo(143);
    }

    @Test
    @DisplayName("17.3 an interrupt during the last task outranks return and next")
    void outranksReturn() {
        assertThat(interruptedWhenStarting(0, Interrupt.SIGTERM, "0 hang; return=0")
                        .exitCode())
                .isEqualTo(41);
        assertThat(interruptedWhenStarting(0, Interrupt.SIGTERM, "0 hang; next=never")
                        .exitCode())
                .isEqualTo(41);
        assertThat(interruptedWhenStarting(
                                1,
                                Interrupt.SIGTERM,
                                "0;type=conditional;condition=true;if_true_tasks=1",
                                "1 hang; return=7")
                        .exitCode())
                .isEqualTo(41);
    }
}
