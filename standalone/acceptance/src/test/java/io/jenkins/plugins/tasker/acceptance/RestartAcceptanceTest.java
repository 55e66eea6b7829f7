package io.jenkins.plugins.tasker.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Restarts Jenkins during a run that waits for approval, and during a Freestyle build. */
@EnabledIfSystemProperty(named = "jenkins.restarts", matches = "[1-9][0-9]*")
@ExtendWith(InstalledPlugin.class)
class RestartAcceptanceTest {

    private static final String WAITING = "Waiting for approval";

    private final JenkinsServer jenkins = JenkinsServer.given();

    @Test
    void planShouldWaitForApprovalAgainAfterARestart() {
        String taskFile = "task=0\nhostname=h\ncommand=echo\narguments=done";
        try (Job job = Job.pipeline(jenkins, taskFile, "taskerRun file: 'deploy.txt', type: 'local', showPlan: true")) {
            Build build = job.start().awaitConsole(WAITING);

            jenkins.restart("safeRestart");
            build.awaitConsole(WAITING, 2);
            assertThat(build.text("tasker/1/")).contains("waits for approval", "echo done");
            assertThat(build.console()).doesNotContain("Task 0: Executing");
            jenkins.post(build.path() + "tasker/1/approval/proceed");

            assertThat(build.await().result()).isEqualTo("SUCCESS");
            assertThat(build.console()).containsOnlyOnce("Task 0: STDOUT: done");
        }
    }

    @Test
    void interruptedFreestyleBuildShouldBeResumedWithItsResults() {
        String taskFile = String.join(
                "\n",
                "task=0",
                "hostname=h",
                "command=echo",
                "arguments=from build @BUILD@",
                "task=1",
                "hostname=h",
                "command=sh -c 'test @BUILD@ -gt 1 || sleep 600'",
                "timeout=900",
                "task=2",
                "hostname=h",
                "command=echo",
                "arguments=task 0 came @0_stdout@");
        String fields = "<type>local</type><variables><entry><string>BUILD</string><string>${BUILD_NUMBER}</string>"
                + "</entry></variables>";
        try (Job job = Job.freestyle(jenkins, taskFile, fields)) {
            Build first = job.start().awaitConsole("Task 1: Executing");

            jenkins.restart("restart");

            assertThat(first.await().result()).isEqualTo("ABORTED");
            assertThat(first.json("tasker/1/api/json").path("outcome").asText())
                    .contains("the end of Task 1 is unknown", "it may still be running on h");
            Build second = job.scheduled(() -> jenkins.post(
                            first.path() + "tasker/1/resume", Map.of("startFrom", "1", "acceptUnknown", "true")))
                    .await();
            assertThat(second.console())
                    .contains("Resumes deploy.txt of build #1 from task 1", "STDOUT: task 0 came from build 1")
                    .doesNotContain("Task 0: Executing");
            assertThat(second.result()).isEqualTo("SUCCESS");
        }
    }
}
