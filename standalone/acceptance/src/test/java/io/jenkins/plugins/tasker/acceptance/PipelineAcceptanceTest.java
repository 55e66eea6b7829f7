package io.jenkins.plugins.tasker.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InstalledPlugin.class)
class PipelineAcceptanceTest {

    private static final String TWO_TASKS = String.join(
            "\n",
            "task=0",
            "hostname=h",
            "command=echo",
            "arguments=one",
            "task=1",
            "hostname=h",
            "command=echo @0_stdout@ two");

    private final JenkinsServer jenkins = JenkinsServer.given();

    @Test
    void taskFileOfTheWorkspaceShouldRunOnTheAgentAndLogToTheConsole() {
        try (Job job = Job.pipeline(jenkins, TWO_TASKS, "taskerRun file: 'deploy.txt', type: 'local'")) {
            Build build = job.run();

            assertThat(build.result()).isEqualTo("SUCCESS");
            assertThat(build.console())
                    .containsSubsequence(
                            "Task 0: Executing [local]: echo one",
                            "Task 0: STDOUT: one",
                            "Task 1: STDOUT: one two",
                            "Final exit code: 0");
        }
    }

    @Test
    void resultShouldBeReadableByAScriptInTheSandbox() {
        String steps = "def run = taskerRun file: 'deploy.txt', type: 'local'\n"
                + "echo \"printed ${run.tasks['1'].stdout}, ${run.success}, ${run.exitCode}, ${run.finalTask}\"";
        try (Job job = Job.pipeline(jenkins, TWO_TASKS, steps)) {
            Build build = job.run();

            assertThat(build.console()).contains("printed one two, true, 0, 1");
            assertThat(build.result()).isEqualTo("SUCCESS");
        }
    }

    @Test
    void unsatisfiedNextShouldFailTheBuildAndNameTaskHostCommandAndExitCode() {
        String taskFile = "task=3\nhostname=web1\ncommand=sh -c 'exit 7'\nnext=exit_0";
        try (Job job = Job.pipeline(jenkins, taskFile, "taskerRun file: 'deploy.txt', type: 'local'")) {
            Build build = job.run();

            assertThat(build.result()).isEqualTo("FAILURE");
            assertThat(build.console()).containsPattern("ERROR: .*Task 3 on web1: exit code 7, command: sh -c exit 7");
        }
    }

    @Test
    void failureShouldMakeTheBuildUnstableWithoutFailOnError() {
        String steps =
                "def run = taskerRun file: 'deploy.txt', type: 'local', failOnError: false\necho \"code ${run.exitCode}\"";
        try (Job job = Job.pipeline(jenkins, "task=0\nreturn=5", steps)) {
            Build build = job.run();

            assertThat(build.result()).isEqualTo("UNSTABLE");
            assertThat(build.console()).contains("code 5");
        }
    }

    @Test
    void abortShouldEndTheCommands() {
        String taskFile = "task=0\nhostname=h\ncommand=sleep\narguments=600\ntimeout=900";
        try (Job job = Job.pipeline(jenkins, taskFile, "taskerRun file: 'deploy.txt', type: 'local'")) {
            Build build = job.start().awaitConsole("Task 0: Executing");

            build.abort();

            assertThat(build.await().result()).isEqualTo("ABORTED");
            assertThat(build.console()).contains("Task 0: Exit code: 143", "Final exit code: 41");
        }
    }

    @Test
    void stepOutsideOfNodeShouldNameTheMissingContext() {
        try (Job job = Job.pipeline(jenkins, "taskerRun file: 'deploy.txt'")) {
            Build build = job.run();

            assertThat(build.result()).isEqualTo("FAILURE");
            assertThat(build.console()).contains("node");
        }
    }

    @Test
    void validationShouldNameLineAndTaskAndStartNoCommand() {
        String taskFile = "task=0\nhostname=h\ncommand=touch started\nnext=exit_0 &&";
        try (Job job = Job.pipeline(
                jenkins,
                taskFile,
                "try { taskerRun file: 'deploy.txt', type: 'local' } finally { echo \"started: ${fileExists('started')}\" }")) {
            Build build = job.run();

            assertThat(build.result()).isEqualTo("FAILURE");
            assertThat(build.console()).contains("line 4, task 0:", "[E24]", "started: false");
        }
    }
}
