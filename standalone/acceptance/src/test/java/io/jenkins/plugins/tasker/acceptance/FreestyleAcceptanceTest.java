package io.jenkins.plugins.tasker.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InstalledPlugin.class)
class FreestyleAcceptanceTest {

    private final JenkinsServer jenkins = JenkinsServer.given();

    @Test
    void buildStepShouldRunATaskFile() {
        try (Job job = Job.freestyle(jenkins, "task=0\nhostname=h\ncommand=echo hello", "<type>local</type>")) {
            Build build = job.run();

            assertThat(build.result()).isEqualTo("SUCCESS");
            assertThat(build.console()).contains("Task 0: STDOUT: hello");
        }
    }

    @Test
    void returnCodeShouldFailTheBuild() {
        try (Job job = Job.freestyle(jenkins, "task=0\nreturn=4", "<type>local</type>")) {
            Build build = job.run();

            assertThat(build.result()).isEqualTo("FAILURE");
            assertThat(build.console()).contains("Returning with exit code 4");
        }
    }

    @Test
    void abortShouldEndTheCommands() {
        String taskFile = "task=0\nhostname=h\ncommand=sleep\narguments=600\ntimeout=900";
        try (Job job = Job.freestyle(jenkins, taskFile, "<type>local</type>")) {
            Build build = job.start().awaitConsole("Task 0: Executing");

            build.abort();

            assertThat(build.await().result()).isEqualTo("ABORTED");
            assertThat(build.console()).contains("Task 0: Exit code: 143");
        }
    }
}
