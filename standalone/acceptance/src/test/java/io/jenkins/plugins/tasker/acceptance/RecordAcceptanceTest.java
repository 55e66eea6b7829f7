package io.jenkins.plugins.tasker.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checks what a build keeps of a run: page, outputs, artifacts and test report. */
@ExtendWith(InstalledPlugin.class)
class RecordAcceptanceTest {

    private static final String EVIL = "<script>alert(1)</script>";

    private final JenkinsServer jenkins = JenkinsServer.given();

    @Test
    void pageShouldShowOutcomeTasksHostsAndExitCodes() {
        String taskFile =
                "task=0\nhostname=web1\ncommand=echo hello\ntask=1\nhostname=web2\ncommand=sh -c 'exit 3'\nnext=exit_0";
        try (Job job = Job.pipeline(jenkins, taskFile, "taskerRun file: 'deploy.txt', type: 'local'")) {
            Build build = job.run();

            String page = build.text("tasker/1/");

            assertThat(page).contains("exit code 14", "web1", "web2", "echo hello", "<svg");
            assertThat(build.text("")).contains("tasker/1/");
            assertThat(build.text("tasker/1/taskFile")).startsWith("task=0\nhostname=web1\n");
        }
    }

    @Test
    void outputShouldNeverBecomeMarkup() {
        String taskFile = "task=0\nhostname=h\ncommand=echo\narguments='" + EVIL + "'";
        try (Job job = Job.pipeline(jenkins, taskFile, "taskerRun file: 'deploy.txt', type: 'local'")) {
            Build build = job.run();

            assertThat(build.text("tasker/1/")).doesNotContain(EVIL);
            String execution = build.json("tasker/1/api/json?tree=tasks[execution]")
                    .at("/tasks/0/execution")
                    .asText();
            HttpResponse<String> output = jenkins.get(build.path() + "tasker/1/output?task=" + execution);
            assertThat(output.statusCode()).isEqualTo(200);
            assertThat(output.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
            assertThat(output.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(build.text(build.artifact(".html")
                            .map(path -> "artifact/" + path)
                            .orElseThrow()))
                    .doesNotContain(EVIL);
        }
    }

    @Test
    void severalRunsOfABuildShouldHaveAPageEach() {
        String steps =
                "taskerRun file: 'deploy.txt', type: 'local'\ntaskerRun file: 'deploy.txt', type: 'local', dryRun: true";
        try (Job job = Job.pipeline(jenkins, "task=0\nhostname=h\ncommand=true", steps)) {
            Build build = job.run();

            assertThat(build.text("tasker/1/")).contains("Run ended successfully");
            assertThat(build.text("tasker/2/")).contains("Dry run ended successfully");
            assertThat(jenkins.get(build.path() + "tasker/3/").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void logTaskFilePageAndSummaryShouldBeArtifacts() {
        String steps = "taskerRun file: 'deploy.txt', type: 'local', project: 'payments'";
        try (Job job = Job.pipeline(jenkins, "task=0\nhostname=h\ncommand=echo hello", steps)) {
            Build build = job.run();

            assertThat(build.text(artifact(build, ".log"))).contains("Task 0: STDOUT: hello", "Final exit code: 0");
            assertThat(build.text(artifact(build, "project_payments_summary.log")))
                    .startsWith("Timestamp\tTask File\t")
                    .contains("\tSUCCESS\t");
            assertThat(build.artifact(".txt")).isPresent();
            assertThat(build.artifact(".html")).isPresent();
        }
    }

    private static String artifact(Build build, String suffix) {
        return "artifact/" + build.artifact(suffix).orElseThrow();
    }

    @Test
    void tasksShouldAppearInTheTestReport() {
        String taskFile = "task=0\nhostname=h\ncommand=true\ntask=1\nhostname=h\ncommand=false";
        try (Job job = Job.pipeline(jenkins, taskFile, "taskerRun file: 'deploy.txt', type: 'local'")) {
            Build build = job.run();

            assertThat(build.json("testReport/api/json").path("passCount").asInt())
                    .isEqualTo(1);
            assertThat(build.json("testReport/api/json").path("failCount").asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void restShouldReturnRunsAndTheSummaryOfAProject() {
        String project = "acceptance-" + UUID.randomUUID();
        String steps = "taskerRun file: 'deploy.txt', type: 'local', project: '" + project + "'";
        try (Job job = Job.pipeline(jenkins, "task=4\nhostname=h\ncommand=false", steps)) {
            Build build = job.run();

            assertThat(build.json("tasker/1/api/json").at("/tasks/0/exitCode").asInt())
                    .isEqualTo(1);
            assertThat(job.json("tasker/api/json").at("/runs/0/exitCode").asInt())
                    .isZero();
            assertThat(jenkins.text("tasker/project/" + project + "/summary"))
                    .contains("\tdeploy.txt\t4\th\tfalse\t1\tSUCCESS\t");
            assertThat(jenkins.text("tasker/project/" + project + "/")).contains(job.name());
        }
    }
}
