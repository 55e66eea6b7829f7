package io.jenkins.plugins.tasker.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InstalledPlugin.class)
@DisplayName("In a Declarative Pipeline")
class DeclarativeAcceptanceTest {

    private static final String ECHO = "task=0\nhostname=h\ncommand=echo\narguments=region @REGION@\nREGION=none\n";

    /** Fails the first time. */
    private static final String TWICE =
            "task=0\nhostname=h\ncommand=sh\narguments=-c \"test -e again || { touch again; exit 3; }\"\nnext=exit_0\n";

    private final JenkinsServer jenkins = JenkinsServer.given();

    private static String agent() {
        return Job.label().isEmpty() ? "agent any\n" : "agent { label '" + Job.label() + "' }\n";
    }

    private static String write(String text) {
        return "writeFile file: 'deploy.txt', text: " + Job.groovy(text) + "\n";
    }

    private static String stages(String stages) {
        return "pipeline {\n" + agent() + "stages {\n" + stages + "\n}\n"
                + "post { always { echo \"post: ${currentBuild.currentResult}\" } }\n}";
    }

    @Test
    @DisplayName("'retry' of a stage runs the file again, and 'post' sees the result")
    void retry() {
        String stage = "stage('Deploy') { options { retry(2) }\nsteps { " + write(TWICE)
                + "taskerRun file: 'deploy.txt', type: 'local' }\npost { always { echo \"stage: ${currentBuild.currentResult}\" } } }";
        try (Job job = Job.pipeline(jenkins, stages(stage))) {
            Build build = job.run();

            assertThat(build.console())
                    .containsSubsequence(
                            "Task 0: Exit code: 3",
                            "stage: FAILURE",
                            "Retrying",
                            "Task 0: Exit code: 0",
                            "stage: SUCCESS");
            assertThat(build.console()).contains("post: SUCCESS");
            assertThat(build.result()).isEqualTo("SUCCESS");
        }
    }

    @Test
    @DisplayName("each cell of a 'matrix' has its own run")
    void matrix() {
        String stage = "stage('Matrix') { matrix {\n" + agent()
                + "axes { axis { name 'REGION'; values 'eu', 'us' } }\nstages { stage('Region') { steps { "
                + write(ECHO)
                + "taskerRun file: 'deploy.txt', type: 'local', variables: [REGION: REGION] } } } } }";
        try (Job job = Job.pipeline(jenkins, stages(stage))) {
            Build build = job.run();

            assertThat(build.console()).contains("Task 0: STDOUT: region eu", "Task 0: STDOUT: region us");
            assertThat(build.result()).isEqualTo("SUCCESS");
            assertThat(build.json("tasker/api/json").path("runs")).hasSize(2);
        }
    }

    @Test
    @DisplayName("'catchError' continues after a failed run")
    void catchError() {
        String stage = "stage('Caught') { steps { " + write("task=0\nhostname=h\ncommand=false\nnext=exit_0\n")
                + "catchError(buildResult: 'UNSTABLE', stageResult: 'FAILURE') { taskerRun file: 'deploy.txt', type: 'local' }\n"
                + "echo 'after the failure' } }";
        try (Job job = Job.pipeline(jenkins, stages(stage))) {
            Build build = job.run();

            assertThat(build.console())
                    .containsSubsequence("Final exit code: 14", "after the failure", "post: UNSTABLE");
            assertThat(build.result()).isEqualTo("UNSTABLE");
        }
    }

    @Test
    @DisplayName("'timeout' of a stage ends the commands and the run")
    void timeout() {
        String stage = "stage('Deploy') { options { timeout(time: 8, unit: 'SECONDS') }\nsteps { "
                + write("task=0\nhostname=h\ncommand=sleep\narguments=600\ntimeout=900\n")
                + "taskerRun file: 'deploy.txt', type: 'local' } }";
        try (Job job = Job.pipeline(jenkins, stages(stage))) {
            Build build = job.run();

            assertThat(build.console()).contains("Task 0: Exit code: 143", "Final exit code: 41");
            assertThat(build.result()).isEqualTo("ABORTED");
        }
    }

    @Test
    @DisplayName("Replay runs the file again, with the changed script")
    void replay() {
        String stage = "stage('Deploy') { steps { " + write(ECHO)
                + "taskerRun file: 'deploy.txt', type: 'local', variables: [REGION: 'first'] } }";
        try (Job job = Job.pipeline(jenkins, stages(stage))) {
            Build first = job.run();
            String changed = stages(stage.replace("'first'", "'second'"));
            Build second = job.scheduled(() -> jenkins.post(
                            first.path() + "replay/run",
                            Map.of("json", "{\"mainScript\":" + quoted(changed) + "}", "mainScript", changed)))
                    .await();

            assertThat(first.console()).contains("Task 0: STDOUT: region first");
            assertThat(second.console()).contains("Replayed #1", "Task 0: STDOUT: region second");
            assertThat(second.result()).isEqualTo("SUCCESS");
        }
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
