package io.jenkins.plugins.tasker.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Resumes failed runs over REST, which the form of the page uses as well. */
@ExtendWith(InstalledPlugin.class)
class ResumeAcceptanceTest {

    /** Task 1 fails in the first build of a job and succeeds in every later one. */
    private static final String FAILS_AT_FIRST = String.join(
            "\n",
            "task=0",
            "hostname=h",
            "command=echo",
            "arguments=from build @BUILD@",
            "task=1",
            "hostname=h",
            "command=test @BUILD@ -gt 1",
            "next=exit_0",
            "task=2",
            "hostname=h",
            "command=echo",
            "arguments=task 0 came @0_stdout@");

    private static final String STEPS =
            "taskerRun file: 'deploy.txt', type: 'local', variables: [BUILD: env.BUILD_NUMBER]";

    private final JenkinsServer jenkins = JenkinsServer.given();

    @Test
    void resumedPipelineShouldRestoreOutputsOfTheEarlierBuild() {
        try (Job job = Job.pipeline(jenkins, FAILS_AT_FIRST, STEPS)) {
            Build first = job.run();
            assertThat(first.result()).isEqualTo("FAILURE");

            Build second =
                    job.scheduled(() -> resume(first, Map.of("startFrom", "1"))).await();

            assertThat(second.result()).isEqualTo("SUCCESS");
            assertThat(second.console())
                    .contains("Resumes deploy.txt of build #1 from task 1", "STDOUT: task 0 came from build 1")
                    .doesNotContain("Task 0: Executing");
            assertThat(first.text("tasker/1/")).contains("Resumed by");
        }
    }

    @Test
    void resumedFreestyleBuildShouldRestoreOutputsOfTheEarlierBuild() {
        String fields = "<type>local</type><variables><entry><string>BUILD</string><string>${BUILD_NUMBER}</string>"
                + "</entry></variables>";
        try (Job job = Job.freestyle(jenkins, FAILS_AT_FIRST, fields)) {
            Build first = job.run();

            Build second = job.scheduled(() -> resume(first, Map.of())).await();

            assertThat(second.console())
                    .contains("STDOUT: task 0 came from build 1")
                    .doesNotContain("Task 0: Exec");
            assertThat(second.result()).isEqualTo("SUCCESS");
        }
    }

    @Test
    void resumeShouldReturnTheLocationOfTheQueueItem() {
        try (Job job = Job.pipeline(jenkins, FAILS_AT_FIRST, STEPS)) {
            Build first = job.run();
            HttpResponse<String>[] answers = newAnswers();

            job.scheduled(() -> answers[0] = resume(first, Map.of())).await();

            assertThat(answers[0].statusCode()).isEqualTo(201);
            assertThat(answers[0].headers().firstValue("Location").orElse("")).contains("/queue/item/");
        }
    }

    @SuppressWarnings("unchecked")
    private static HttpResponse<String>[] newAnswers() {
        return new HttpResponse[1];
    }

    @Test
    void rejectedRequestsShouldReturnAStatusAndScheduleNothing() {
        try (Job job = Job.pipeline(jenkins, FAILS_AT_FIRST, STEPS)) {
            Build first = job.run();

            assertThat(jenkins.get(first.path() + "tasker/1/resume").statusCode())
                    .isEqualTo(405);
            assertThat(resume(first, Map.of("startFrom", "7")).statusCode()).isEqualTo(400);
            assertThat(resume(first, Map.of("startFrom", "<script>")).statusCode())
                    .isEqualTo(400);
            assertThat(resume(first, Map.of("startFrom", "<script>")).body()).doesNotContain("<script>'");
            assertThat(jenkins.anonymously()
                            .postWithoutCrumb(first.path() + "tasker/1/resume")
                            .statusCode())
                    .isIn(401, 403, 404);
            assertThat(jenkins.post(first.path() + "tasker/9/resume").statusCode())
                    .isEqualTo(404);
            jenkins.post(job.path() + "disable");
            assertThat(resume(first, Map.of("startFrom", "1")).statusCode()).isEqualTo(409);

            assertThat(job.json("api/json?tree=nextBuildNumber")
                            .path("nextBuildNumber")
                            .asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void runningBuildShouldNotBeResumed() {
        String taskFile = "task=0\nhostname=h\ncommand=sleep\narguments=600\ntimeout=900";
        try (Job job = Job.pipeline(jenkins, taskFile, STEPS)) {
            Build running = job.start().awaitConsole("Task 0: Executing");

            assertThat(resume(running, Map.of("startFrom", "0")).statusCode()).isEqualTo(409);

            running.abort();
            running.await();
        }
    }

    private HttpResponse<String> resume(Build build, Map<String, String> form) {
        return jenkins.post(build.path() + "tasker/1/resume", form);
    }
}
