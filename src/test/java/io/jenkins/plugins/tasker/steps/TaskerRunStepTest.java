package io.jenkins.plugins.tasker.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.tasker.run.BuildContext;
import io.jenkins.plugins.tasker.run.DirectoryArchive;
import io.jenkins.plugins.tasker.run.JenkinsRun;
import io.jenkins.plugins.tasker.run.RunOutcome;
import io.jenkins.plugins.tasker.run.StepSettings;
import io.jenkins.plugins.tasker.web.TestBuild;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TaskerRunStepTest {

    @TempDir
    private Path archive;

    @TempDir
    private Path workspace;

    @TempDir
    private Path build;

    private final TaskerRunStep step = new TaskerRunStep("deploy.txt");
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @BeforeEach
    void create() throws Exception {
        write("X=file", "task=0", "hostname=h", "command=sh -c 'touch first; echo X is @X@'", "task=1", "return=0");
        step.type = "local";
    }

    @Test
    @DisplayName("without parameters, a run has the default settings")
    void standard() {
        assertThat(new TaskerRunStep("deploy.txt").settings()).isEqualTo(StepSettings.of("deploy.txt"));
    }

    @Test
    @DisplayName("the run uses type and time limit of the step, and the console names their source")
    void defaultsOfTasks() throws Exception {
        step.timeout = "60";
        step.project = "payments";

        assertThat(run().isSuccess()).isTrue();
        assertThat(console()).contains("local (step)", "60 s (step)", "payments (step)");
    }

    @Test
    @DisplayName("a time limit outside 5-1000 is clamped with a warning")
    void clampedTimeLimit() throws Exception {
        step.timeout = "5000";

        assertThat(run().isSuccess()).isTrue();
        assertThat(console()).contains("[WARN] time limit 5000 (step) is outside 5-1000; 1000 s is used");
    }

    @Test
    @DisplayName("variables of the step override globals of the file")
    void variables() throws Exception {
        step.setVariables(Map.of("X", "step"));

        run();

        assertThat(console()).contains("X is step");
    }

    @Test
    @DisplayName("a dry run shows the commands without starting them")
    void dryRun() throws Exception {
        step.dryRun = true;

        assertThat(run().isSuccess()).isTrue();
        assertThat(workspace.resolve("first")).doesNotExist();
    }

    @Test
    @DisplayName("a validation starts no command")
    void validateOnly() throws Exception {
        step.validateOnly = true;

        assertThat(run().isSuccess()).isTrue();
        assertThat(workspace.resolve("first")).doesNotExist();
    }

    @Test
    @DisplayName("a run can start from a later task")
    void startFrom() throws Exception {
        write("task=0", "hostname=h", "command=touch first", "task=1", "hostname=h", "command=touch second");
        step.startFrom = "1";

        assertThat(run().isSuccess()).isTrue();
        assertThat(workspace.resolve("first")).doesNotExist();
        assertThat(workspace.resolve("second")).exists();
    }

    @Test
    @DisplayName("16.11 the console shows the output of running commands unless the step turns it off")
    void stream() throws Exception {
        run();
        assertThat(console()).containsOnlyOnce("Task 0 | X is file");

        step.stream = false;
        run();
        assertThat(console()).containsOnlyOnce("Task 0 | X is file").contains("Task 0: STDOUT: X is file");
    }

    @Test
    @DisplayName("16.11 members of a group of 20 tasks are streamed, those of a larger group are not")
    void largeGroup() throws Exception {
        writeGroup(20);
        run();
        assertThat(console()).contains("Task 100-1 | member 1", "Task 100-20 | member 20");

        console.reset();
        writeGroup(21);
        run();
        assertThat(console())
                .doesNotContain("| member")
                .contains("Task 100-21: STDOUT: member 21", "Task 101 | after the group");
    }

    @Test
    @DisplayName("16.11 hosts of a fan-out task are members: 20 are streamed, more are not")
    void manyHosts() throws Exception {
        write("task=0", "hostnames=h[1-20]", "command=echo member");
        run();
        assertThat(console()).contains("Task 0@h1 | member", "Task 0@h20 | member");

        console.reset();
        write("task=0", "hostnames=h[1-21]", "command=echo member");
        run();
        assertThat(console()).doesNotContain("| member").contains("Task 0@h21: Exit code: 0");
    }

    private void writeGroup(int members) throws Exception {
        List<String> lines = new ArrayList<>();
        List<String> ids =
                IntStream.rangeClosed(1, members).mapToObj(Integer::toString).toList();
        ids.forEach(id -> lines.addAll(List.of("task=" + id, "hostname=h", "command=echo member " + id)));
        lines.addAll(List.of("task=100", "type=parallel", "tasks=" + String.join(",", ids)));
        lines.addAll(List.of("task=101", "hostname=h", "command=echo after the group"));
        write(lines.toArray(String[]::new));
    }

    @Test
    @DisplayName("at log level ERROR the console has no lines of tasks")
    void logLevel() throws Exception {
        step.logLevel = "error";
        step.stream = true;

        run();

        assertThat(console()).doesNotContain("Executing", "X is").contains("Final exit code: 0");
    }

    @Test
    @DisplayName("an invalid value is reported with its remedy before a command starts")
    void badValues() {
        assertRefused(bad -> bad.type = "telnet", "execution type 'telnet' (step) is not known; use one of ");
        assertRefused(bad -> bad.timeout = "soon", "time limit 'soon' (step) is not a whole number of seconds");
        assertRefused(bad -> bad.startFrom = "first", "startFrom 'first' is not a whole number; name the task");
        assertRefused(bad -> bad.logLevel = "LOUD", "logLevel 'LOUD' is not known; use one of [ERROR, WARN");
        assertRefused(bad -> bad.startFrom = "-1", "startFrom '-1' is not a whole number");
        assertRefused(bad -> bad.startFrom = "12345678901234567890", "startFrom '12345678901234567890' is not");
        assertRefused(bad -> bad.setVariables(Map.of("a b", "")), "variables: 'a b' cannot be the name of a global");
        assertRefused(bad -> bad.setVariables(Map.of("A", "1\n2")), "variables: the value of A holds a line break");
    }

    private void assertRefused(Consumer<TaskerRunStep> setting, String message) {
        TaskerRunStep bad = new TaskerRunStep("deploy.txt");
        setting.accept(bad);
        assertThatThrownBy(() -> new JenkinsRun(bad.settings(), place()))
                .isInstanceOf(AbortException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    @DisplayName("a script can pass numbers where the form has texts")
    void numbers() {
        Map<String, Object> given = Map.of("file", "deploy.txt", "timeout", 60, "dryRun", true);

        assertThat(new TaskerRunStep.DescriptorImpl().customInstantiate(given))
                .isEqualTo(Map.of("file", "deploy.txt", "timeout", "60", "dryRun", true));
    }

    @Test
    @DisplayName("empty parameters have the default values")
    void emptyTexts() {
        TaskerRunStep empty = new TaskerRunStep("deploy.txt");
        empty.startFrom = "";
        empty.timeout = " ";

        assertThat(empty.settings()).isEqualTo(StepSettings.of("deploy.txt"));
    }

    private RunOutcome run() throws Exception {
        return new JenkinsRun(step.settings(), place()).run();
    }

    private BuildContext place() {
        PrintStream out = new PrintStream(console, true, StandardCharsets.UTF_8);
        TaskListener listener = () -> out;
        return new BuildContext(
                new TestBuild(build),
                new FilePath(workspace.toFile()),
                new EnvVars(),
                listener,
                Set.of(),
                new DirectoryArchive(archive));
    }

    private String console() {
        return console.toString(StandardCharsets.UTF_8);
    }

    private void write(String... lines) throws Exception {
        Files.write(workspace.resolve("deploy.txt"), List.of(lines));
    }
}
