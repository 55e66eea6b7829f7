package io.jenkins.plugins.tasker.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Resumes with missing or damaged journals, in parallel, and with markup in names. */
@ExtendWith(InstalledPlugin.class)
class ResumeBadInputAcceptanceTest {

    private static final String MARKUP = "<img src=x onerror=alert(1)>";

    private static final String FAILING =
            "task=0\nhostname=h\ncommand=true\ntask=1\nhostname=h\ncommand=sh -c \"exit 3\"\nnext=exit_0";

    private static final String STEPS = "taskerRun file: 'deploy.txt', type: 'local'";

    private final JenkinsServer jenkins = JenkinsServer.given();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "deleted | journal.delete() | it has no record",
                "empty | journal.text = '' | it has no record",
                "not a record | journal.text = 'nonsense\\n' | line 1",
                "damaged in the middle | journal.text = journal.readLines().withIndex().collect { line, i -> i == 2 ? line.take(20) : line }.join('\\n') | line 3",
                "of a later version | journal.text = journal.text.replaceFirst('[0-9]+', '999') | 999"
            })
    void unreadableJournalShouldBeReportedAndNotResumed(String name, String damage, String message) {
        try (Job job = Job.pipeline(jenkins, FAILING, STEPS)) {
            Build build = job.run();
            damage(build, damage);

            HttpResponse<String> answer = resume(build);

            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains("This run cannot be resumed", message);
            assertThat(job.json("api/json?tree=nextBuildNumber,inQueue").toString())
                    .contains("\"nextBuildNumber\":2", "\"inQueue\":false");
            assertThat(build.text("tasker/1/")).contains("deploy.txt").doesNotContain(">Resume from task</button>");
            assertThat(jenkins.get(build.path() + "tasker/1/api/json").statusCode())
                    .isEqualTo(200);
            assertThat(jenkins.get(job.path() + "tasker/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void tornLastLineShouldLoseNoTask() {
        try (Job job = Job.pipeline(jenkins, FAILING, STEPS)) {
            Build build = job.run();
            damage(build, "journal.text = journal.text.trim()[0..-20]");

            Build second = job.scheduled(() -> resume(build)).await();

            assertThat(second.console())
                    .contains("Resumes deploy.txt of build #1 from task 1", "Task 1: Executing")
                    .doesNotContain("Task 0: Executing");
        }
    }

    /** @param script changes the file {@code journal} */
    private void damage(Build build, String script) {
        jenkins.script("def journal = new File(Jenkins.get().getItemByFullName('"
                + build.job().name() + "').getBuildByNumber(" + build.number() + ").rootDir, 'tasker/1/run.journal')\n"
                + "assert journal.isFile()\n" + script);
    }

    @Test
    void parallelRequestsShouldScheduleOneBuild() {
        String taskFile =
                "task=0\nhostname=h\ncommand=sh -c \"test @BUILD@ -gt 1 && exec sleep 600\"\ntimeout=900\nnext=exit_0";
        try (Job job = Job.pipeline(jenkins, taskFile, STEPS + ", variables: [BUILD: env.BUILD_NUMBER]")) {
            Build first = job.run();

            List<Integer> statuses = IntStream.range(0, 8)
                    .parallel()
                    .mapToObj(i -> JenkinsServer.given().postWithoutCrumb(first.path() + "tasker/1/resume"))
                    .map(HttpResponse::statusCode)
                    .sorted()
                    .toList();

            assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
            Build second = Poll.until("build 2 starts", () -> job.build(2)).awaitConsole("Task 0: Executing");
            assertThat(job.json("api/json?tree=nextBuildNumber,inQueue").toString())
                    .contains("\"nextBuildNumber\":3", "\"inQueue\":false");
            second.abort();
            second.await();
        }
    }

    @Test
    void namesShouldNeverBecomeMarkup() {
        String file = MARKUP + ".txt";
        String steps = "writeFile file: " + Job.groovy(file) + ", text: " + Job.groovy(FAILING) + "\ntaskerRun file: "
                + Job.groovy(file) + ", type: 'local', project: " + Job.groovy(MARKUP);
        try (Job job = Job.pipeline(jenkins, FAILING, steps)) {
            Build first = job.run();
            Build second = job.scheduled(() -> resume(first)).await();

            assertThat(second.console()).contains("Resumes " + file + " of build #1 from task 1");
            for (String page : List.of(
                    first.path(),
                    first.path() + "tasker/1/",
                    second.path(),
                    second.path() + "console",
                    second.path() + "tasker/1/",
                    job.path(),
                    job.path() + "tasker/",
                    "tasker/",
                    "tasker/project/_img_src_x_onerror_alert_1__/")) {
                assertThat(jenkins.text(page)).as(page).doesNotContain(MARKUP);
            }
            assertThat(first.text("tasker/1/")).contains("&lt;img src=x onerror=alert(1)");
        }
    }

    private HttpResponse<String> resume(Build build) {
        return jenkins.post(build.path() + "tasker/1/resume", Map.of());
    }
}
