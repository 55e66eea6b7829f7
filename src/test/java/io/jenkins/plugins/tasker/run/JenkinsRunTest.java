package io.jenkins.plugins.tasker.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.console.ConsoleNote;
import hudson.model.TaskListener;
import io.jenkins.plugins.tasker.configuration.ExecutionTypeConfiguration;
import io.jenkins.plugins.tasker.configuration.TaskerConfiguration;
import io.jenkins.plugins.tasker.configuration.UnsavedConfiguration;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.TaskState;
import io.jenkins.plugins.tasker.web.TestBuild;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class JenkinsRunTest {

    @TempDir
    private Path archive;

    @TempDir
    private Path directory;

    private Path build;
    private Path workspace;
    private final EnvVars environment = new EnvVars("BUILD_TAG", "jenkins-job-1");
    private final TaskerConfiguration configuration = new UnsavedConfiguration();
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @BeforeEach
    void create() throws Exception {
        build = Files.createDirectory(directory.resolve("build"));
        workspace = directory.resolve("workspace");
        Files.createDirectory(workspace);
    }

    @Test
    void tasksShouldRunInTheWorkspaceAndLogToTheConsole() throws Exception {
        write(
                "task=0",
                "hostname=h",
                "exec=local",
                "command=pwd",
                "task=1",
                "hostname=h",
                "exec=local",
                "command=true");

        RunOutcome outcome = newRun("deploy.txt").run();

        assertThat(outcome.isSuccess()).isTrue();
        assertThat(console.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "Task 0: Executing [local]: pwd",
                        "Task 0: STDOUT: " + workspace.toRealPath(),
                        "Task 1: Executing [local]: true",
                        "Final exit code: 0");
    }

    @Test
    void environmentOfTheBuildShouldReachTheCommands() throws Exception {
        write("task=0", "hostname=h", "exec=local", "command=sh -c 'echo $BUILD_TAG'");

        newRun("deploy.txt").run();

        assertThat(console.toString(StandardCharsets.UTF_8)).contains("STDOUT: jenkins-job-1");
    }

    @Test
    void runShouldBeRecordedInTheDirectoryOfTheBuild() throws Exception {
        write("task=0", "hostname=h", "exec=local", "command=true");

        newRun("deploy.txt").run();
        newRun("deploy.txt").run();

        assertThat(RunRecord.read(build.resolve("tasker/2/run.journal")).tasks())
                .singleElement()
                .satisfies(task -> assertThat(task.state()).isEqualTo(TaskState.SUCCESS));
        assertThat(build.resolve("tasker/1/run.journal")).exists();
    }

    @Test
    void missingTaskFileShouldEndTheRunBeforeItsFirstTask() {
        assertThatThrownBy(() -> newRun("other.txt").run())
                .isInstanceOf(AbortException.class)
                .hasMessageContaining("other.txt does not exist");
        assertThat(build.resolve("tasker")).doesNotExist();
    }

    @Test
    void binaryTaskFileShouldBeNamedAsInTheStep() throws Exception {
        Files.write(workspace.resolve("deploy.txt"), new byte[] {'t', '\n', (byte) 0xff});

        assertThatThrownBy(() -> newRun("deploy.txt").run())
                .isInstanceOf(AbortException.class)
                .hasMessageStartingWith("deploy.txt, line 2: not UTF-8");
    }

    @Test
    void errorsOfTheTaskFileShouldEndTheRunBeforeItsFirstTask() throws Exception {
        write("task=0", "hostname=h", "exec=local", "command=touch started", "next=exit_0 &&");

        RunOutcome outcome = newRun("deploy.txt").run();

        assertThat(outcome.exitCode()).isEqualTo(20);
        assertThat(outcome.failure()).startsWith("deploy.txt ended with exit code 20: no task started");
        assertThat(console.toString(StandardCharsets.UTF_8)).contains("line 5, task 0");
        assertThat(workspace.resolve("started")).doesNotExist();
    }

    @Test
    void configurationShouldProvideDefaults() throws Exception {
        configuration.setDefaultType("local");
        configuration.setDefaultTimeout(60);
        write("task=0", "hostname=h", "command=true");

        configuredRun(StepSettings.of("deploy.txt")).run();
        environment.put("TASK_EXECUTOR_TIMEOUT", "70");
        configuredRun(StepSettings.of("deploy.txt")).run();

        assertThat(console.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "local (global configuration)",
                        "60 s (global configuration)",
                        "70 s (environment variable TASK_EXECUTOR_TIMEOUT)");
    }

    @Test
    void disabledTypeShouldBeNamedBeforeTheFirstTask() throws Exception {
        ExecutionTypeConfiguration local = new ExecutionTypeConfiguration("local");
        local.setAllowed(false);
        configuration.setExecutionTypes(List.of(local));
        write("task=0", "hostname=localhost", "exec=local", "command=touch started");

        assertThat(configuredRun(StepSettings.of("deploy.txt")).run().exitCode())
                .isEqualTo(20);
        assertThat(console.toString(StandardCharsets.UTF_8))
                .contains("line 3, task 0: execution type 'local' is not known [E10]")
                .contains("known types: pbrun, p7s, wwrs, ssh, agent (switched off by the administrator: local)");
        configuration.setDefaultType("local");
        assertThatThrownBy(() -> configuredRun(StepSettings.of("deploy.txt")))
                .isInstanceOf(AbortException.class)
                .hasMessage("execution type 'local' (global configuration) is not known; use one of"
                        + " pbrun, p7s, wwrs, ssh, agent (switched off by the administrator: local)");
        assertThat(workspace.resolve("started")).doesNotExist();
    }

    @Test
    void valuesAboveTheUpperLimitsShouldEndTheRunBeforeItsFirstTask() throws Exception {
        configuration.setMaxTimeout(20);
        configuration.setMaxTasks(1);
        write("task=0", "hostname=h", "exec=local", "command=touch started", "task=1", "return=0");

        assertThat(configuredRun(StepSettings.of("deploy.txt")).run().exitCode())
                .isEqualTo(20);
        environment.put("TASK_EXECUTOR_TIMEOUT", "21");
        assertThatThrownBy(() -> configuredRun(StepSettings.of("deploy.txt")))
                .isInstanceOf(AbortException.class)
                .hasMessageStartingWith("the time limit of 21 s is above the limit of 20 s");

        assertThat(console.toString(StandardCharsets.UTF_8))
                .contains("line 5, task 1: the number of tasks is 2, above the limit of 1");
        assertThat(workspace.resolve("started")).doesNotExist();
    }

    private JenkinsRun configuredRun(StepSettings settings) throws IOException {
        return new JenkinsRun(settings, place(), RunId.of("run"), configuration, id -> Optional.empty());
    }

    @Test
    void outputShouldNotReachTheConsoleAsControlSequence() throws Exception {
        String note = "\\033[8mha:////4AAAA\\033[0m";
        write(
                "task=0",
                "hostname=h",
                "exec=local",
                "command=printf 'a" + note + "b\\rc'",
                "task=1",
                "hostname=h",
                "exec=local",
                "command=false",
                "arguments=\"@0_stdout@\"",
                "next=exit_0");

        RunOutcome outcome = newRun("deploy.txt").run();

        String text = console.toString(StandardCharsets.UTF_8);
        assertThat(text).doesNotContain("\u001b[8mha:////4AAAA");
        assertThat(ConsoleNote.removeNotes(text))
                .contains("Task 0: STDOUT: ab\\nc")
                .doesNotContain("\u001b", "\r");
        assertThat(outcome.failure()).contains("command: false ab").doesNotContain("\u001b", "\n", "8mha");
    }

    @Test
    void abortShouldEndTheCommands() throws Exception {
        write("task=0", "hostname=h", "exec=local", "command=sh -c 'touch started; sleep 60'", "task=1", "return=0");
        JenkinsRun run = newRun("deploy.txt");
        CompletableFuture<RunOutcome> ended = inBackground(run);
        while (!Files.exists(workspace.resolve("started"))) {
            Thread.sleep(20);
        }

        run.abort(() -> {});

        RunOutcome outcome = ended.get(20, TimeUnit.SECONDS);
        assertThat(outcome.exitCode()).isEqualTo(41);
        assertThat(outcome.record().tasks())
                .singleElement()
                .satisfies(task ->
                        assertThat(task.result().orElseThrow().exitCode()).isEqualTo(143));
    }

    @Test
    void abortBeforeTheStartShouldPreventAllTasks() throws Exception {
        write("task=0", "hostname=h", "exec=local", "command=touch started");
        JenkinsRun run = newRun("deploy.txt");

        run.abort(() -> {});

        assertThat(run.run().exitCode()).isEqualTo(41);
        assertThat(workspace.resolve("started")).doesNotExist();
    }

    private static CompletableFuture<RunOutcome> inBackground(JenkinsRun run) {
        CompletableFuture<RunOutcome> ended = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        ended.complete(run.run());
                    } catch (Exception e) {
                        ended.completeExceptionally(e);
                    }
                })
                .start();
        return ended;
    }

    private JenkinsRun newRun(String file) throws IOException {
        return newRun(StepSettings.of(file));
    }

    private JenkinsRun newRun(StepSettings settings) throws IOException {
        return new JenkinsRun(settings, place());
    }

    private BuildContext place() {
        PrintStream out = new PrintStream(console, true, StandardCharsets.UTF_8);
        TaskListener listener = () -> out;
        return new BuildContext(
                new TestBuild(build),
                new FilePath(workspace.toFile()),
                environment,
                listener,
                Set.of(),
                new DirectoryArchive(archive));
    }

    private void write(String... lines) throws Exception {
        Files.write(workspace.resolve("deploy.txt"), List.of(lines));
    }
}
