package io.jenkins.plugins.tasker.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What goes wrong between the plugin and Jenkins' types is often told in the server's log only. */
@ExtendWith(InstalledPlugin.class)
class ServerLogAcceptanceTest {

    private final JenkinsServer jenkins = JenkinsServer.given();

    @Test
    void logShouldTellOfNoClassThatDoesNotFit() {
        try (Job job = Job.pipeline(jenkins, "task=0\nreturn=0", "taskerRun file: 'deploy.txt'")) {
            job.run();
        }

        String log = jenkins.script(
                "println Jenkins.logRecords.collect { new java.util.logging.SimpleFormatter().format(it) }.join('\\n')");

        assertThat(
                        log.lines()
                                .filter(
                                        line -> line.matches(
                                                ".*(Refus|AbstractMethod|IncompatibleClassChange|NoSuchMethod|NoSuchField|Failed to (load|scout)).*")))
                .isEmpty();
    }
}
