package io.jenkins.plugins.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class UnhandledFailureTest {

    private static String unhandled(String... tasks) {
        Flow flow = Flow.of(tasks).run();
        assertThat(flow.exitCode()).isZero();
        return flow.unhandledFailures();
    }

    @Test
    @DisplayName("18.2 a failure is unhandled if no field of the file uses it")
    void noField() {
        assertThat(unhandled("0 exit 1", "1 exit 0", "2 exit 3")).isEqualTo("0 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "next=always",
                "next=never",
                "next=exit_1",
                "on_failure=1",
                "success=exit_0",
                "loop=1;loop_break=exit_1",
                "next=loop;loop=1"
            })
    @DisplayName("18.2 a failure is handled by next, on_failure, success or loop_break of its task")
    void ownField(String field) {
        assertThat(unhandled("0 exit 1;" + field, "1 exit 0")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"on_success=1", "loop=1", "sleep=0", "stdout_count=3", "timeout=9"})
    @DisplayName("18.2 a failure is not handled by another field of its task")
    void otherField(String field) {
        assertThat(unhandled("0 exit 1;" + field, "1 exit 0")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@0_exit_code@", "@0_exit@", "@0_success@", "@0_stderr@", "@CODE@"})
    @DisplayName("18.2 a failure is handled by a reference to its exit code, success or stderr, also through a global")
    void reference(String reference) {
        assertThat(unhandled("CODE=@0_exit@", "0 exit 1", "1 exit 0;condition=" + reference + "=0"))
                .isEmpty();
    }

    @Test
    @DisplayName("18.2 a failure is not handled by a reference to stdout or times")
    void otherReference() {
        assertThat(unhandled("0 exit 1", "1 exit 0;condition=@0_stdout@=OK", "2 exit 0;condition=@0_duration@>0"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"next=always", "next=min_success=1", "on_failure=4"})
    @DisplayName("18.2 a failure of a member is handled by next or on_failure of its group")
    void group(String field) {
        assertThat(unhandled("0;type=parallel;tasks=1,2;" + field, "1 exit 1", "2 exit 0", "4 exit 0"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"@0_success@=true", "@0_failed_count@=0"})
    @DisplayName("18.2 a failure of a member is handled by a reference to the result of its group")
    void groupReference(String condition) {
        assertThat(unhandled(
                        "0;type=conditional;condition=true;if_true_tasks=1,2",
                        "1 exit 1",
                        "2 exit 0",
                        "4 exit 0;condition=" + condition))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "18.2 next of a member handles nothing, since members ignore it, except in a member that is a jump target")
    void memberField() {
        String group = "0;type=conditional;condition=true;if_true_tasks=1,2";
        assertThat(unhandled(group, "1 exit 1;next=always", "2 exit 0")).isEqualTo("1");
        assertThat(unhandled(group, "1 exit 1;next=always", "2 exit 0", "4 exit 0;condition=false;on_failure=1"))
                .isEmpty();
        assertThat(unhandled(group, "1 exit 1;success=exit_0", "2 exit 0")).isEmpty();
    }

    @Test
    @DisplayName("18.2 only the last execution of a task counts")
    void lastExecution() {
        Flow flow = Flow.of("0;type=parallel;tasks=1;retry_failed=true;retry_count=1;retry_delay=0", "1 fail-times 1")
                .run();
        assertThat(flow.unhandledFailures()).isEmpty();
    }

    @Test
    @DisplayName("18.2 a run that ends with another code than 0, and a restored result, have no unhandled failures")
    void otherRuns() {
        assertThat(Flow.of("0 exit 1", "1;return=3").run().unhandledFailures()).isEmpty();
        TaskResult failed =
                new TaskResult("h", TaskStatus.FAILED, "", 1, "", Instant.EPOCH, Duration.ZERO, Optional.empty());
        assertThat(Flow.of("0 exit 1", "1 exit 0")
                        .startFrom(1)
                        .restoring(0, failed)
                        .run()
                        .unhandledFailures())
                .isEmpty();
    }

    @Test
    @DisplayName("18.2 a time-out is a failure")
    void timeOut() {
        assertThat(unhandled("0 timeout", "1 exit 0")).isEqualTo("0");
    }
}
