package io.jenkins.plugins.tasker.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.tasker.credentials.EncryptedBytes;
import io.jenkins.plugins.tasker.steps.TaskerRunStep;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** State that stays on the disk of the controller if Jenkins is killed during a run. */
@Timeout(60)
class SecretsAtRestTest extends RunWithCredentials {

    @Test
    @DisplayName("16.4 during a run, no file of the build holds a secret of its task file or variables")
    void filesOfARunningBuild() throws Exception {
        write(
                "DB_PASSWORD=hunter2-secret",
                "task=0",
                "hostname=h",
                "command=grep",
                "arguments=-rlE hunter2[-]secret " + build,
                "task=1",
                "hostname=h",
                "command=find",
                "arguments=" + build + " -name task-file.encrypted");

        RunOutcome outcome = run();

        assertThat(outcome.record().tasks().get(0).result().orElseThrow().exitCode())
                .as("no match")
                .isEqualTo(1);
        assertThat(outcome.record().tasks().get(1).result().orElseThrow().stdout())
                .isEqualTo(build.resolve("tasker/1/task-file.encrypted") + "\n");
        assertThat(build.resolve("tasker/1/task-file.encrypted")).doesNotExist();
    }

    @Test
    @DisplayName("16.4 settings that a Pipeline saves hold no variable as plain text, and are read again")
    void savedSettings() throws Exception {
        TaskerRunStep step = new TaskerRunStep("deploy.txt");
        step.setVariables(Map.of("DB_PASSWORD", "hunter2-secret"));
        StepSettings settings = step.settings();

        byte[] saved = serialized(new SavedSettings(settings));

        assertThat(new String(saved, StandardCharsets.ISO_8859_1)).doesNotContain("hunter2", "DB_PASSWORD");
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(saved))) {
            assertThat(((SavedSettings) in.readObject()).get()).isEqualTo(settings);
        }
    }

    private static byte[] serialized(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    @Test
    @DisplayName("16.4 a run that was interrupted continues with the task file and the secrets with which it started")
    void continuedRun() throws Exception {
        write("DB_PASSWORD=hunter2-changed", "task=0", "hostname=h", "command=false");
        interrupted("task-file.encrypted", EncryptedBytes.encrypt(taskFile()));

        assertThat(newRun().continueRun().isSuccess()).isTrue();
        assertThat(workspace.resolve("made")).hasContent("hunter2-secret");
    }

    @Test
    @DisplayName("a run that an earlier version started continues with its task file, which is deleted at its end")
    void earlierVersion() throws Exception {
        interrupted("task-file.true", new String(taskFile(), StandardCharsets.UTF_8));

        assertThat(newRun().continueRun().isSuccess()).isTrue();
        assertThat(workspace.resolve("made")).hasContent("hunter2-secret");
        assertThat(build.resolve("tasker/1/task-file.true")).doesNotExist();
    }

    @Test
    @DisplayName("a run whose state another Jenkins encrypted does not continue, and says why")
    void otherKey() throws Exception {
        interrupted("task-file.encrypted", "from another Jenkins");

        assertThatThrownBy(() -> newRun().continueRun())
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "the saved state was encrypted by another Jenkins, or the key of this Jenkins was replaced");
        assertThat(workspace.resolve("made")).doesNotExist();
    }

    private static byte[] taskFile() {
        return "DB_PASSWORD=hunter2-secret\ntask=0\nhostname=h\ncommand=echo @DB_PASSWORD@ > made\n"
                .getBytes(StandardCharsets.UTF_8);
    }

    private void interrupted(String name, String content) throws IOException {
        Path run = Files.createDirectories(build.resolve("tasker/1"));
        Files.writeString(run.resolve("run.id"), "run");
        Files.writeString(run.resolve(name), content);
    }
}
