package io.jenkins.plugins.tasker.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checks that the value of a password parameter, which the commands of a run print, is stored nowhere. */
@ExtendWith(InstalledPlugin.class)
class SecretsAcceptanceTest {

    /** Prints the password, plain and in Base64. */
    private static final String PRINTS_SECRET = String.join(
            "\n",
            "task=0",
            "hostname=h",
            "command=sh -c \"echo it is $PASSWORD; printf %s $PASSWORD | base64; echo $PASSWORD >&2\"",
            "task=1",
            "hostname=h",
            "command=sh -c \"echo again $PASSWORD, and @0_stdout@; exit 3\"",
            "next=exit_0");

    private final JenkinsServer jenkins = JenkinsServer.given();
    private final String secret = "s3cret-" + UUID.randomUUID();

    @Test
    void approvedAndResumedPipelineShouldStoreNoPassword() {
        String steps = "taskerRun file: 'deploy.txt', type: 'local', project: 'secrets', showPlan: true";
        try (Job job = Job.pipeline(jenkins, PRINTS_SECRET, steps)) {
            addPasswordParameter(job);

            Build first = approved(job.start(Map.of("PASSWORD", secret)));
            Build second = approved(job.scheduled(() -> resume(first)));

            assertThat(second.console()).contains("again ****", "Resumes deploy.txt of build #1 from task 1");
            assertNoSecretStored(job, first, second);
        }
    }

    private Build approved(Build build) {
        build.awaitConsole("Waiting for approval");
        jenkins.post(build.path() + "tasker/1/approval/proceed");
        return build.await();
    }

    @Test
    void pipelineShouldStoreNoPasswordPassedAsVariable() {
        String taskFile =
                "task=0\nhostname=h\ncommand=echo\narguments=@TOKEN@\ntask=1\nhostname=h\ncommand=false\nnext=exit_0";
        String steps = "taskerRun file: 'deploy.txt', type: 'local', variables: [TOKEN: params.PASSWORD.toString()]";
        try (Job job = Job.pipeline(jenkins, taskFile, steps)) {
            addPasswordParameter(job);

            Build first = job.start(Map.of("PASSWORD", secret)).await();
            Build second = job.scheduled(() -> resume(first)).await();

            assertThat(first.console()).contains("STDOUT: ****");
            assertNoSecretStored(job, first, second);
        }
    }

    @Test
    void runningPipelineShouldStoreNoPassword() throws Exception {
        try (Job job = runningWithSecrets()) {
            Build build = job.start(Map.of("PASSWORD", secret));
            build.awaitConsole("Task 0 | started");

            assertThat(filesWithSecret("Jenkins.get().rootDir")).isEmpty();

            jenkins.post(build.path() + "stop");
            build.await();
        }
    }

    /** Hard kills leave the state of running builds on the disk. */
    @Test
    @EnabledIfSystemProperty(named = "jenkins.kill", matches = ".+")
    void killedJenkinsShouldHaveStoredNoPassword() throws Exception {
        try (Job job = runningWithSecrets()) {
            Build build = job.start(Map.of("PASSWORD", secret));
            build.awaitConsole("Task 0 | started");

            ControllerKill.happens(jenkins);

            assertThat(filesWithSecret("Jenkins.get().rootDir")).isEmpty();
            assertThat(build.await().console()).contains("Task 0 | ended", "Task 1 | ****");
            assertThat(filesWithSecret("Jenkins.get().rootDir")).isEmpty();
        }
    }

    private Job runningWithSecrets() {
        String taskFile = String.join(
                "\n",
                "task=0",
                "hostname=h",
                "command=sh",
                "arguments=-c 'echo started; sleep 45; echo ended' @TOKEN@",
                "task=1",
                "hostname=h",
                "command=echo",
                "arguments=@TOKEN@");
        String steps = "taskerRun file: 'deploy.txt', type: 'local', timeout: 120,"
                + " variables: [TOKEN: params.PASSWORD.toString()]";
        Job job = Job.pipeline(jenkins, taskFile, steps);
        addPasswordParameter(job);
        return job;
    }

    @Test
    void resumedFreestyleBuildShouldStoreNoPassword() {
        String fields = "<type>local</type><variables><entry><string>TOKEN</string><string>${PASSWORD}</string>"
                + "</entry></variables>";
        try (Job job = Job.freestyle(jenkins, PRINTS_SECRET, fields)) {
            addPasswordParameter(job);

            Build first = job.start(Map.of("PASSWORD", secret)).await();
            Build second = job.scheduled(() -> resume(first)).await();

            assertThat(second.console()).contains("again ****");
            assertNoSecretStored(job, first, second);
        }
    }

    private void addPasswordParameter(Job job) {
        jenkins.script("Jenkins.get().getItemByFullName('" + job.name()
                + "').addProperty(new hudson.model.ParametersDefinitionProperty("
                + "new hudson.model.PasswordParameterDefinition('PASSWORD', '', '')))");
    }

    private void assertNoSecretStored(Job job, Build... builds) {
        assertThat(filesWithSecret(job)).isEmpty();
        for (Build build : builds) {
            for (String page : List.of(
                    "",
                    "consoleFull",
                    "api/json?depth=9",
                    "tasker/1/",
                    "tasker/1/api/json?depth=9",
                    "tasker/api/json?depth=9",
                    "tasker/1/taskFile",
                    "tasker/1/changes?events=0&pictures=true")) {
                assertThat(build.text(page)).as(page).doesNotContain(secret);
            }
        }
    }

    private String filesWithSecret(Job job) {
        return filesWithSecret("Jenkins.get().getItemByFullName('" + job.name() + "').rootDir");
    }

    /**
     * Lists the files that contain the value, plain or in Base64.
     *
     * @param directory Groovy expression
     */
    private String filesWithSecret(String directory) {
        return jenkins.script("def forms = ['" + secret + "', '" + secret + "'.bytes.encodeBase64().toString()]\n"
                + "int files = 0\n"
                + directory + ".eachFileRecurse { file ->\n"
                + "  if (file.file && !file.path.contains('/plugins/') && !file.path.contains('/war/')) {\n"
                + "    files++\n"
                + "    def text = new String(file.bytes, 'ISO-8859-1')\n"
                + "    if (forms.any { text.contains(it) }) println file\n"
                + "  }\n"
                + "}\n"
                + "assert files > 10");
    }

    private HttpResponse<String> resume(Build build) {
        return jenkins.post(build.path() + "tasker/1/resume", Map.of());
    }
}
