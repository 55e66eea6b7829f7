package io.jenkins.plugins.tasker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.credentials.TypeCredential;
import io.jenkins.plugins.tasker.run.SavedSettings;
import io.jenkins.plugins.tasker.run.StepSettings;
import io.jenkins.plugins.tasker.steps.TaskerResult;
import io.jenkins.plugins.tasker.steps.TaskerRunExecution;
import io.jenkins.plugins.tasker.steps.TaskerTaskResult;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.validation.Checks;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Reads objects that a version before the rename of packages serialized. */
class SavedProgramTest {

    @Test
    @DisplayName("a step that an earlier version saved continues with its settings, directory and workspace")
    void readsStep() throws Exception {
        TaskerRunExecution step = read("step", TaskerRunExecution.class);

        assertThat(step.getContext()).isInstanceOf(SavedContext.class);
        assertThat(step.getStatus()).isEqualTo("running ops/deploy.txt");
        assertThat(step)
                .extracting("id", "node", "workspace")
                .containsExactly("7d0b4bb1-6e4d-4b3a-9a0c-1f3c5d1c2e11", "agent-1", "/home/jenkins/workspace/deploy");
        assertThat(step)
                .extracting("settings")
                .isInstanceOfSatisfying(
                        SavedSettings.class,
                        settings -> assertThat(get(settings))
                                .usingRecursiveComparison()
                                .isEqualTo(new StepSettings(
                                        "ops/deploy.txt",
                                        new StepSettings.Defaults("ssh", "60", ""),
                                        "5",
                                        new RunMode(true, true, true),
                                        new Checks(true, false, true, false),
                                        Map.of("STAGE", "test"),
                                        List.of(new TypeCredential("ssh", "deploy-key")),
                                        new StepSettings.Reports("payments", "DEBUG", true, false),
                                        false,
                                        "")));
    }

    private static StepSettings get(SavedSettings settings) {
        try {
            return settings.get();
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("a result that a script of an earlier version kept has the same values")
    void readsResult() throws Exception {
        TaskerResult result = read("result", TaskerResult.class);

        assertThat(result.getExitCode()).isEqualTo(3);
        assertThat(result.getFinalTask()).isEqualTo("2");
        assertThat(result.getTasks()).containsOnlyKeys("0", "1", "2");
        TaskerTaskResult first = result.getTasks().get("0");
        assertThat(first.isSuccess()).isTrue();
        assertThat(first.getStdout()).isEqualTo("out");
        assertThat(first.getStderr()).isEqualTo("err");
        assertThat(first.getHostname()).isEqualTo("web1");
        assertThat(first.getDuration()).isPositive();
        assertThat(result.getTasks().get("1").getExitCode()).isEqualTo(7);
    }

    private static <T> T read(String name, Class<T> type) throws Exception {
        try (InputStream saved = SavedProgramTest.class.getResourceAsStream("/saved/program/" + name + ".ser");
                ObjectInputStream in = new ObjectInputStream(saved)) {
            return type.cast(in.readObject());
        }
    }
}
