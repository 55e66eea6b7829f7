package io.jenkins.plugins.tasker.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InstalledPlugin.class)
class ApprovalAcceptanceTest {

    private static final String TASK = "task=0\nhostname=h\ncommand=echo\narguments=done";
    private static final String STEPS = "taskerRun file: 'deploy.txt', type: 'local', showPlan: true";

    private final JenkinsServer jenkins = JenkinsServer.given();

    @Test
    void planShouldWaitOnThePageAndRunAfterApproval() {
        try (Job job = Job.pipeline(jenkins, TASK, STEPS)) {
            Build build = job.start().awaitConsole("Waiting for approval");
            assertThat(build.text("tasker/1/")).contains("waits for approval", "echo done");
            assertThat(build.console()).doesNotContain("Task 0: Executing");
            assertThat(jenkins.get(build.path() + "tasker/1/approval/proceed").statusCode())
                    .isEqualTo(405);

            jenkins.post(build.path() + "tasker/1/approval/proceed");

            assertThat(build.await().result()).isEqualTo("SUCCESS");
            assertThat(build.console()).containsSubsequence("Approved by ", "Task 0: STDOUT: done");
        }
    }

    @Test
    void rejectedPlanShouldAbortTheBuild() {
        try (Job job = Job.pipeline(jenkins, TASK, STEPS)) {
            Build build = job.start().awaitConsole("Waiting for approval");

            jenkins.post(build.path() + "tasker/1/approval/abort");

            assertThat(build.await().result()).isEqualTo("ABORTED");
            assertThat(build.console()).contains("declined by").doesNotContain("Task 0: Executing");
        }
    }

    @Test
    void timeoutAroundTheStepShouldLimitTheWait() {
        try (Job job = Job.pipeline(jenkins, TASK, "timeout(time: 3, unit: 'SECONDS') { " + STEPS + " }")) {
            Build build = job.run();

            assertThat(build.result()).isEqualTo("ABORTED");
            assertThat(build.console()).doesNotContain("Task 0: Executing");
        }
    }
}
