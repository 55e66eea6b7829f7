package io.jenkins.plugins.tasker.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Result;
import hudson.model.TaskListener;
import io.jenkins.plugins.tasker.steps.TaskerRunStep;
import io.jenkins.plugins.tasker.web.TestBuild;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class UnhandledFailuresTest {

    @TempDir
    private Path directory;

    private TestBuild build;
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(console, true, StandardCharsets.UTF_8);
    private final TaskListener listener = () -> out;

    @BeforeEach
    void create() throws Exception {
        build = new TestBuild(Files.createDirectory(directory.resolve("build")));
    }

    private void run(String unhandledFailures, String... lines) throws Exception {
        Path workspace = Files.createDirectories(directory.resolve("workspace"));
        Files.write(workspace.resolve("deploy.txt"), List.of(lines));
        TaskerRunStep step = new TaskerRunStep("deploy.txt");
        step.unhandledFailures = unhandledFailures;
        BuildContext context = new BuildContext(
                build,
                new FilePath(workspace.toFile()),
                new EnvVars(),
                listener,
                Set.of(),
                new DirectoryArchive(directory.resolve("archive")));
        new JenkinsRun(step.settings(), context).run().applyTo(build, listener);
    }

    private static String[] failing(String... more) {
        List<String> lines = new java.util.ArrayList<>(List.of("task=0", "hostname=h", "exec=local", "command=false"));
        lines.addAll(List.of(more));
        lines.addAll(List.of("task=1", "hostname=h", "exec=local", "command=true"));
        return lines.toArray(String[]::new);
    }

    @Test
    @DisplayName("18.2 a failure that the file does not use makes the build unstable, and the console names the task")
    void unstable() throws Exception {
        run("", failing());

        assertThat(build.getResult()).isEqualTo(Result.UNSTABLE);
        assertThat(console.toString(StandardCharsets.UTF_8))
                .contains("[WARN] No field of the task file uses the failure of Task 0 on h")
                .contains("The build is unstable: deploy.txt ended with exit code 0, but no field of it uses these"
                        + " failures: Task 0 on h: exit code 1, command: false. Add 'next',");
    }

    @Test
    @DisplayName("18.2 a failure that the file uses leaves the result of the build")
    void used() throws Exception {
        run("fail", failing("next=always"));

        assertThat(build.getResult()).isNull();
    }

    @Test
    @DisplayName("18.2 unhandledFailures: 'ignore' leaves the result of the build")
    void ignored() throws Exception {
        run("ignore", failing());

        assertThat(build.getResult()).isNull();
        assertThat(console.toString(StandardCharsets.UTF_8)).doesNotContain("The build is unstable");
    }

    @Test
    @DisplayName("18.2 unhandledFailures: 'fail' fails the step")
    void failure() {
        assertThatThrownBy(() -> run("FAIL", failing()))
                .isInstanceOf(AbortException.class)
                .hasMessageContaining("no field of it uses these failures: Task 0 on h");
    }

    @Test
    @DisplayName("18.2 another value of unhandledFailures is an error before anything runs")
    void unknown() {
        assertThatThrownBy(() -> run("never", failing()))
                .isInstanceOf(AbortException.class)
                .hasMessage("unhandledFailures 'never' is not known; use one of unstable, ignore, fail");
        assertThat(console.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
