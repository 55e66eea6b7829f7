package io.jenkins.plugins.tasker.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checks pages and REST of a run, during the run and afterwards. */
@ExtendWith(InstalledPlugin.class)
class WebAcceptanceTest {

    private static final String FAILING = String.join(
            "\n",
            "task=0",
            "hostname=web1",
            "command=sh -c \"echo first; echo second\"",
            "task=1",
            "hostname=web2",
            "command=sh -c \"echo port in use >&2; exit 7\"",
            "next=exit_0");

    private static final String EVIL = String.join(
            "\n",
            "task=0",
            "hostname=h",
            "command=printf",
            "arguments='<script>alert(1)</script>\\n\\033[31m\\377\\n'",
            "task=1",
            "hostname=h",
            "command=sh -c \"yes x | head -c 10485760\"");

    private final JenkinsServer jenkins = JenkinsServer.given();

    @Test
    void pageShouldShowTheFailedTaskItsHostAndTheReason() {
        try (Job job = Job.pipeline(jenkins, FAILING, "taskerRun file: 'deploy.txt', type: 'local'")) {
            Build build = job.run();

            assertThat(build.text("tasker/1/"))
                    .containsSubsequence(
                            "deploy.txt",
                            "Run ended with exit code 14",
                            "Needs attention",
                            "Task 1 on web2",
                            "exit code 7",
                            "port in use",
                            "Timeline",
                            "Flow")
                    .contains("data-output=\"output?task=0.0.0.0\"");
            assertThat(build.text("")).contains("deploy.txt", "Run ended with exit code 14");
            assertThat(build.text("tasker/1/taskFile")).contains("hostname=web2");
            assertThat(build.text("tasker/1/output?task=0.0.0.0")).isEqualTo("# stdout\nfirst\nsecond\n");
            assertThat(jenkins.text(job.path() + "tasker/")).contains("deploy.txt", "failed", "Trend: 0 of 1 run ");
        }
    }

    @Test
    void eachRunOfABuildShouldHaveAPageAndJson() {
        String steps = "taskerRun file: 'deploy.txt', type: 'local', failOnError: false\n"
                + "taskerRun file: 'deploy.txt', type: 'local', validateOnly: true";
        try (Job job = Job.pipeline(jenkins, FAILING, steps)) {
            Build build = job.run();

            JsonNode runs = build.json("tasker/api/json").path("runs");
            assertThat(runs).hasSize(2);
            assertThat(runs.get(0).path("exitCode").asInt()).isEqualTo(14);
            assertThat(runs.get(0).has("tasks")).isFalse();
            assertThat(runs.get(1).path("exitCode").asInt()).isZero();
            assertThat(build.json("tasker/1/api/json").path("tasks").findValuesAsText("status"))
                    .containsExactly("SUCCESS", "FAILED");
            assertThat(build.text("tasker/2/")).contains("No task started: deploy.txt passed validation");
        }
    }

    @Test
    void outputShouldStayPlainText() {
        try (Job job = Job.pipeline(jenkins, EVIL, "taskerRun file: 'deploy.txt', type: 'local'")) {
            Build build = job.run();

            assertThat(build.text("tasker/1/")).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)");
            HttpResponse<String> output = jenkins.get(build.path() + "tasker/1/output?task=0.0.0.0");
            assertThat(output.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
            assertThat(output.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(output.body()).contains("<script>alert(1)</script>", "\\x1B[31m\uFFFD");
            assertThat(build.text("tasker/1/output?task=1.0.0.0"))
                    .hasSizeLessThan(6000)
                    .contains("[... 10480640 characters ...]");
        }
    }

    @Test
    void missingItemsShouldReturn404AndPagesShouldRejectPost() {
        try (Job job = Job.pipeline(jenkins, FAILING, "taskerRun file: 'deploy.txt', type: 'local'")) {
            String page = job.run().path() + "tasker/";

            assertThat(jenkins.get(page + "2/").statusCode()).isEqualTo(404);
            assertThat(jenkins.get(page + "1/output?task=9.0.0.0").statusCode()).isEqualTo(404);
            assertThat(jenkins.get(page + "1/output?task=../../../secret").statusCode())
                    .isEqualTo(404);
            assertThat(jenkins.post(page + "1/output?task=0.0.0.0").statusCode())
                    .isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    void pageShouldFollowARunningRun() {
        String waiting = "task=0\nhostname=web1\ncommand=sleep\narguments=600\ntimeout=900";
        try (Job job = Job.pipeline(jenkins, waiting, "taskerRun file: 'deploy.txt', type: 'local'")) {
            Build build = job.start().awaitConsole("Task 0: Executing");

            assertThat(build.text("tasker/1/")).contains("Run in progress: Task 0 on web1.");
            int events = Integer.parseInt(header(build, 0, "X-Tasker-Events"));
            assertThat(header(build, events, "X-Tasker-Live")).isEqualTo("true");
            assertThat(build.text("tasker/1/changes?running=true&events=" + events))
                    .isEmpty();

            build.abort();
            build.await();
            assertThat(header(build, events, "X-Tasker-Live")).isEqualTo("false");
            assertThat(build.text("tasker/1/changes?events=" + events))
                    .contains("id=\"task-0.0.0.0\"", "Run ended with exit code 41");
        }
    }

    private String header(Build build, int events, String name) {
        return jenkins.get(build.path() + "tasker/1/changes?events=" + events)
                .headers()
                .firstValue(name)
                .orElseThrow();
    }

    @Test
    void projectShouldSummarizeItsJobs() {
        String project = "acceptance-" + System.nanoTime();
        String steps = "taskerRun file: 'deploy.txt', type: 'local', project: '" + project + "'";
        try (Job failing = Job.pipeline(jenkins, FAILING, steps);
                Job good = Job.pipeline(jenkins, "task=0\nhostname=web3\ncommand=true", steps)) {
            failing.run();
            good.run();

            assertThat(jenkins.json("tasker/project/" + project + "/api/json").path("runs"))
                    .hasSize(2);
            assertThat(jenkins.text("tasker/project/" + project + "/summary").lines())
                    .hasSize(3)
                    .anySatisfy(row -> assertThat(row)
                            .contains("\tdeploy.txt\t1\tweb2\t", "\t7\tFAILURE\t" + failing.name() + "#1"))
                    .anySatisfy(row -> assertThat(row).contains("\tdeploy.txt\t0\tweb3\ttrue\t0\tSUCCESS\t"));
        }
    }
}
