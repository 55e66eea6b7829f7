package io.jenkins.plugins.tasker.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Reloads stored data of the plugin from disk. Errors between its types and those of Jenkins, such as a class that Jenkins refuses
 * to read or write, often appear in the server's log only.
 */
@ExtendWith(InstalledPlugin.class)
class ServerLogAcceptanceTest {

    private static final String FAILING = "task=0\nhostname=h\ncommand=false\nnext=exit_0";

    private static final String SETTINGS = "def settings = jenkins.model.GlobalConfiguration.all()"
            + ".find { it.class.simpleName == 'TaskerConfiguration' }\n";

    private final JenkinsServer jenkins = JenkinsServer.given();

    @AfterEach
    void logShouldReportNoIncompatibleClass() {
        String log = jenkins.script(
                "println Jenkins.logRecords.collect { new java.util.logging.SimpleFormatter().format(it) }.join('\\n')");

        assertThat(
                        log.lines()
                                .filter(
                                        line -> line.matches(
                                                ".*(Refus|AbstractMethod|IncompatibleClassChange|NoSuchMethod|NoSuchField|Failed to (load|scout)).*")))
                .isEmpty();
    }

    @Test
    void resumedBuildShouldSurviveAReload() {
        try (Job job = Job.pipeline(jenkins, FAILING, "taskerRun file: 'deploy.txt', type: 'local'")) {
            Build first = job.run();
            Build second = job.scheduled(() -> jenkins.post(first.path() + "tasker/1/resume", Map.of()))
                    .await();

            reload(job);

            assertThat(stored(second)).contains("TaskerRunAction", "ResumeAction", "ResumeCause", "UserIdCause");
            assertThat(second.text("tasker/1/")).contains("Resumes deploy.txt of build", first.path() + "tasker/1/");
            assertThat(first.text("tasker/1/")).contains("Resumed by", second.path());
        }
    }

    @Test
    void rejectedPlanShouldSurviveAReload() {
        String steps = "taskerRun file: 'deploy.txt', type: 'local', showPlan: true";
        try (Job job = Job.pipeline(jenkins, FAILING, steps)) {
            Build build = job.start().awaitConsole("Waiting for approval");
            jenkins.post(build.path() + "tasker/1/approval/abort");
            build.await();

            // Jenkins reports the end of a build before it has written all of it.
            Poll.until(
                    "the reason is on the disk",
                    () -> onDisk(build, "NotApproved") ? Optional.of(build) : Optional.empty());
            reload(job);

            assertThat(build.text("")).contains("The plan was declined by");
            assertThat(build.json("tasker/1/api/json").path("status").asText()).isEqualTo("DECLINED");
        }
    }

    @Test
    void runsWithoutJournalShouldSurviveAReload() {
        String steps = "taskerRun file: 'deploy.txt', type: 'local', validateOnly: true\n"
                + "taskerRun file: 'deploy.txt', type: 'local', dryRun: true";
        try (Job job = Job.pipeline(jenkins, FAILING, steps)) {
            Build build = job.run();
            String before = build.text("tasker/api/json?depth=3");

            reload(job);

            assertThat(build.text("tasker/api/json?depth=3")).isEqualTo(before);
        }
    }

    @Test
    void buildStepShouldSurviveAReloadWithAllFields() {
        List<String> texts = List.of("project", "type", "timeout", "startFrom", "logLevel");
        List<String> switches = List.of(
                "connectionTest",
                "dryRun",
                "showPlan",
                "skipHostValidation",
                "skipTaskValidation",
                "stream",
                "strictGaps",
                "validateOnly");
        StringBuilder fields = new StringBuilder();
        texts.forEach(field -> fields.append("<" + field + ">${" + field + "}</" + field + ">"));
        switches.forEach(field -> fields.append("<" + field + ">true</" + field + ">"));
        fields.append(
                "<variables><entry><string>STAGE</string><string>test</string></entry></variables>"
                        + "<credentials><io.jenkins.plugins.tasker.credentials.TypeCredential><type>ssh</type>"
                        + "<credentialsId>login</credentialsId></io.jenkins.plugins.tasker.credentials.TypeCredential></credentials>");
        try (Job job = Job.freestyle(jenkins, FAILING, fields.toString())) {
            jenkins.script("Jenkins.get().getItemByFullName('" + job.name() + "').save()");
            reload(job);
            String stored = jenkins.text(job.path() + "config.xml");

            texts.forEach(field -> assertThat(stored).contains("<" + field + ">${" + field + "}</" + field + ">"));
            switches.forEach(field -> assertThat(stored).contains("<" + field + ">true</" + field + ">"));
            assertThat(stored).contains("<string>STAGE</string>", "<credentialsId>login</credentialsId>");
        }
    }

    @Test
    void globalConfigurationShouldSurviveAReload() {
        String stored = jenkins.script(SETTINGS
                + "def before = settings.executionTypes\n"
                + "def type = settings.class.classLoader.loadClass('io.jenkins.plugins.tasker.configuration.ExecutionTypeConfiguration')"
                + ".getConstructor(String).newInstance('acceptance')\n"
                + "type.run = 'ksu {hostname} {command} {arguments}'\n"
                + "try {\n"
                + "  settings.executionTypes = before + [type]\n"
                + "  def read = settings.class.getConstructor().newInstance()\n"
                + "  read.load()\n"
                + "  println read.executionTypes*.run\n"
                + "} finally {\n"
                + "  settings.executionTypes = before\n"
                + "}");

        assertThat(stored).contains("ksu {hostname}");
    }

    private boolean onDisk(Build build, String text) {
        return jenkins.script(
                        build(build) + "println new File(build.rootDir, 'build.xml').text.contains('" + text + "')")
                .equals("true");
    }

    private void reload(Job job) {
        jenkins.script("Jenkins.get().getItemByFullName('" + job.name() + "').doReload()");
    }

    /** Returns the class names of the actions and causes of a build. */
    private String stored(Build build) {
        return jenkins.script(build(build) + "println((build.allActions + build.causes)*.class*.simpleName)");
    }

    private static String build(Build build) {
        return "def build = Jenkins.get().getItemByFullName('" + build.job().name() + "').getBuildByNumber("
                + build.number() + ")\n";
    }
}
