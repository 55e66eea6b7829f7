package io.jenkins.plugins.tasker.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.tasker.configuration.ExecutionTypeConfiguration;
import io.jenkins.plugins.tasker.configuration.TaskerConfiguration;
import io.jenkins.plugins.tasker.configuration.UnsavedConfiguration;
import io.jenkins.plugins.tasker.journal.RecordedEvents;
import io.jenkins.plugins.tasker.web.TestBuild;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@DisplayName("A continued run")
class KeptSettingsTest {

    @TempDir
    private Path archive;

    @TempDir
    private Path directory;

    private final TaskerConfiguration before = new UnsavedConfiguration();
    private final TaskerConfiguration after = new UnsavedConfiguration();
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    private Path build;
    private Path workspace;

    @BeforeEach
    void create() throws IOException {
        build = Files.createDirectory(directory.resolve("build"));
        workspace = Files.createDirectory(directory.resolve("workspace"));
        ExecutionTypeConfiguration wrapper = new ExecutionTypeConfiguration("wrapper");
        wrapper.setRun("sh -c 'echo \"wrapped: $0 $*\"' {command} {arguments}");
        wrapper.setCredentialsId("deploy");
        before.setExecutionTypes(List.of(wrapper));
        before.setDefaultTimeout(77);
        before.setMaxTasks(50);
        after.setMaxTasks(1);
    }

    private JenkinsRun run(TaskerConfiguration configuration, StepSettings settings) throws IOException {
        PrintStream out = new PrintStream(console, true, StandardCharsets.UTF_8);
        TaskListener listener = () -> out;
        BuildContext place = new BuildContext(
                new TestBuild(build),
                new FilePath(workspace.toFile()),
                new EnvVars(),
                listener,
                Set.of(),
                new DirectoryArchive(archive));
        return new JenkinsRun(settings, place, RunId.of("run-1"), configuration, id -> Optional.empty());
    }

    /** Leaves what a controller leaves that is killed before the first command. */
    private void interrupt(StepSettings settings, String text) throws IOException {
        Path run = Files.createDirectories(build.resolve("tasker/1"));
        Files.writeString(run.resolve("task-file.true"), text);
        Files.writeString(run.resolve("run.id"), "run-1");
        ValidatedSettings.of(settings, before, Map.of()).kept().write(run.resolve("run.settings"));
    }

    @Test
    @DisplayName("uses the execution types, defaults and limits with which it began")
    void settings() throws Exception {
        before.getExecutionTypes().get(0).setCredentialsId("");
        StepSettings settings = StepSettings.of("deploy.txt");
        interrupt(
                settings,
                "task=0\nhostname=localhost\nexec=wrapper\ncommand=deploy\ntask=1\nhostname=localhost\nexec=wrapper\ncommand=x\n");

        RunOutcome outcome = run(after, settings).continueRun();

        assertThat(outcome.isSuccess()).isTrue();
        assertThat(console.toString(StandardCharsets.UTF_8))
                .contains("Task 0: STDOUT: wrapped: deploy")
                .contains("77");
        assertThat(build.resolve("tasker/1/run.settings")).doesNotExist();
    }

    @Test
    @DisplayName("is written and read with all its settings")
    void roundTrip() throws Exception {
        KeptSettings kept = ValidatedSettings.of(StepSettings.of("deploy.txt"), before, Map.of())
                .kept();
        Path file = directory.resolve("run.settings");
        kept.write(file);
        KeptSettings read = KeptSettings.read(file).orElseThrow();

        assertThat(read.types().names()).containsExactlyElementsOf(kept.types().names());
        for (String name : kept.types().names()) {
            assertThat(read.types().find(name).orElseThrow())
                    .usingRecursiveComparison()
                    .isEqualTo(kept.types().find(name).orElseThrow());
        }
        assertThat(read.limits()).isEqualTo(kept.limits());
        assertThat(read.defaults().values()).isEqualTo(kept.defaults().values());
        assertThat(read.defaults().described()).isEqualTo(kept.defaults().described());
        assertThat(read.credentialIds()).isEqualTo(Map.of("wrapper", "deploy"));
        assertThat(KeptSettings.read(directory.resolve("none"))).isEmpty();
    }

    @Test
    @DisplayName("that cannot use its credential any more names the commands that may still run")
    void deletedCredential() throws Exception {
        StepSettings settings = StepSettings.of("deploy.txt");
        interrupt(settings, "task=0\nhostname=localhost\nexec=wrapper\ncommand=deploy\n");
        Files.writeString(workspace.resolve("deploy.txt"), "task=0\nhostname=h\nexec=local\ncommand=sleep 60\n");
        recordStart();

        assertThatThrownBy(() -> run(after, settings).continueRun())
                .isInstanceOf(AbortException.class)
                .hasMessageStartingWith("the run cannot be continued: ")
                .hasMessageContaining("deploy")
                .hasMessageContaining(
                        "These commands may still be running, and their results are unknown: Task 0 on h, sleep 60");
    }

    /** Records the start of a command without its end. */
    private void recordStart() throws Exception {
        Path other = Files.createDirectory(directory.resolve("other"));
        TaskListener listener = () -> new PrintStream(new ByteArrayOutputStream());
        BuildContext place = new BuildContext(
                new TestBuild(other),
                new FilePath(workspace.toFile()),
                new EnvVars(),
                listener,
                Set.of(),
                new DirectoryArchive(archive));
        Files.writeString(workspace.resolve("deploy.txt"), "task=0\nhostname=h\nexec=local\ncommand=sleep 60\n");
        JenkinsRun run = new JenkinsRun(
                StepSettings.of("deploy.txt"),
                place,
                RunId.of("run-2"),
                new UnsavedConfiguration(),
                id -> Optional.empty());
        Thread thread = new Thread(() -> {
            try {
                run.run();
            } catch (IOException | InterruptedException e) {
                // aborted below
            }
        });
        thread.start();
        Path journal = other.resolve("tasker/1/run.journal");
        while (!Files.exists(journal)
                || RecordedEvents.of(journal).record().unknownCommands().isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        Files.copy(journal, build.resolve("tasker/1/run.journal"));
        run.abort(() -> {});
        thread.join();
    }
}
