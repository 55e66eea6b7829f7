package io.jenkins.plugins.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DryRunTest {

    @Test
    @DisplayName("15.6 a dry run starts nothing and follows the route of commands that exit with 0 and print nothing")
    void nothingStarts() {
        Flow flow = Flow.of(
                        "0 exit 5; next=exit_0&stdout~; on_failure=9",
                        "1;type=parallel;tasks=2,3",
                        "2 exit 1",
                        "3 exit 1",
                        "9 exit 0")
                .dry()
                .run();
        assertThat(flow.runner.started).isEmpty();
        assertThat(flow.executed()).isEqualTo("0 1-2 1-3");
        assertThat(flow.exitCode()).isZero();
    }

    @Test
    @Timeout(10)
    @DisplayName("15.6 a dry run skips sleeps and repeats loops")
    void noSleep() {
        assertThat(Flow.of("0 exit 0; sleep=300; loop=2").dry().run().executed())
                .isEqualTo("0 0.1 0.2");
    }

    @Test
    @DisplayName(
            "15.7 a dry run ends with 0 where a real run would stop with 14, and logs that the outcome depends on results")
    void undecided() {
        Flow flow = Flow.of("0 exit 0; next=stdout~ready", "1 exit 0").dry().run();
        assertThat(flow.exitCode()).isZero();
        assertThat(flow.reason()).contains("depends on its results");
    }

    @Test
    @Timeout(10)
    @DisplayName("15.7 a dry run ends with 0 when a task is about to start for the third time, repetitions not counted")
    void cycle() {
        Flow flow = Flow.of("0 exit 0; loop=3", "1 exit 0; on_success=0").dry().run();
        assertThat(flow.executed()).isEqualTo("0 0.1 0.2 0.3 1 0 0.1 0.2 0.3 1");
        assertThat(flow.exitCode()).isZero();
    }

    @Test
    @DisplayName("15.7 return codes take effect in a dry run")
    void returnCode() {
        assertThat(Flow.of("0 exit 0", "1;return=7").dry().run().exitCode()).isEqualTo(7);
    }

    @Test
    @DisplayName("15.7 a return code of 14 ends a dry run with 14")
    void returnCodeOf14() {
        assertThat(Flow.of("0;return=14").dry().run().exitCode()).isEqualTo(14);
        assertThat(Flow.of("0;type=conditional;condition=true;if_true_tasks=1", "1;return=14")
                        .dry()
                        .run()
                        .exitCode())
                .isEqualTo(14);
    }

    @Test
    @Timeout(10)
    @DisplayName("15.7 a skipped task does not start")
    void skippedIsNotStarted() {
        Flow flow = Flow.of(
                        "0 exit 0; condition=@2_exit_code@=0",
                        "1 exit 0; next=@0_exit_code@=0; on_failure=2",
                        "2 exit 0; on_success=0")
                .dry()
                .run();
        assertThat(flow.executed()).isEqualTo("1 2 0 1 2 0");
    }
}
