package io.jenkins.plugins.tasker.web;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.tasker.run.BuildContext;
import io.jenkins.plugins.tasker.run.DirectoryArchive;
import io.jenkins.plugins.tasker.run.JenkinsRun;
import io.jenkins.plugins.tasker.run.StepSettings;
import io.jenkins.plugins.tasker.steps.TaskerRunStep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kohsuke.stapler.HttpResponses;

@Timeout(60)
class RunPageTest {

    @TempDir
    private Path archive;

    @TempDir
    private Path directory;

    private Path workspace;
    private TestBuild build;

    @BeforeEach
    void create() throws Exception {
        workspace = Files.createDirectory(directory.resolve("workspace"));
        build = new TestBuild(Files.createDirectory(directory.resolve("build")));
    }

    @Test
    void eachRunOfABuildShouldHaveItsPage() throws Exception {
        run("task=0", "hostname=h", "exec=local", "command=true");
        run("task=0", "hostname=h", "exec=local", "command=false", "task=1", "return=3");

        TaskerRunAction action = build.getAction(TaskerRunAction.class);

        assertThat(action.getRuns()).hasSize(2);
        assertThat(action.getDynamic("1").getOutcome()).startsWith("Run ended successfully");
        assertThat(action.getDynamic("2").getOutcome()).startsWith("Run ended with exit code 3");
        assertThat(action.getDynamic("2").getUrl()).isEqualTo("job/deploy/1/tasker/2/");
        assertThat(action.getDynamic("3")).isNull();
    }

    @Test
    void taskFileShouldBeKeptAsItWasRun() throws Exception {
        run("task=0", "hostname=h", "exec=local", "command=true");

        assertThat(RunDirectory.of(build.getRootDir().toPath(), 1).taskFile())
                .hasContent("task=0\nhostname=h\nexec=local\ncommand=true\n");
    }

    @Test
    void runThatWasRefusedShouldSayThatNothingWasRun() throws Exception {
        run("task=0", "command=true");

        assertThat(onlyPage().getOutcome())
                .isEqualTo("No task started: deploy.txt ended with exit code 20: "
                        + "line 1, task 0: field 'hostname' is missing [E06].");
    }

    @Test
    void dryRunShouldTellItsOutcomeThoughItHasNoRecord() throws Exception {
        Files.write(workspace.resolve("deploy.txt"), List.of("task=0", "hostname=h", "exec=local", "command=true"));
        TaskerRunStep dry = new TaskerRunStep("deploy.txt");
        dry.dryRun = true;
        new JenkinsRun(dry.settings(), place()).run();

        assertThat(onlyPage().getOutcome()).startsWith("Dry run ended successfully");
    }

    @Test
    void damagedRecordShouldBeToldWithItsRemedy() throws Exception {
        run("task=0", "hostname=h", "exec=local", "command=true");
        Files.writeString(RunDirectory.of(build.getRootDir().toPath(), 1).journal(), "something else\n");

        assertThat(onlyPage().getOutcome()).contains("line 1: this is not the journal of a run");
    }

    @Test
    void deletedRecordShouldBeTold() throws Exception {
        run("task=0", "hostname=h", "exec=local", "command=true");
        Files.delete(RunDirectory.of(build.getRootDir().toPath(), 1).journal());

        assertThat(onlyPage().getOutcome()).startsWith("This run has no record");
    }

    @Test
    @DisplayName("16.11 the page offers the complete output, as a plain text that browsers save")
    void completeOutput() throws Exception {
        run(
                "task=0",
                "hostname=h",
                "exec=local",
                "command=seq 1 20000",
                "task=1",
                "hostname=h",
                "exec=local",
                "command=pwd");

        ExportedTask task = onlyPage().getTasks().get(0);
        Sent sent = Sent.by(onlyPage().doOutput(task.getExecution(), true));
        assertThat(sent.text())
                .isEqualTo("# stdout\n"
                        + IntStream.rangeClosed(1, 20_000)
                                .mapToObj(i -> i + "\n")
                                .collect(Collectors.joining()));
        assertThat(sent.headers())
                .containsEntry("Content-Type", "text/plain;charset=UTF-8")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Content-Security-Policy", "sandbox; default-src 'none'")
                .containsEntry("Content-Disposition", "attachment; filename=\"deploy.txt-1-0.0.0.0.txt\"");
        assertThat(task.getStoredOutput()).isEqualTo(108_894);
        assertThat(onlyPage().getParts().getTasks())
                .containsOnlyOnce("href=\"output?task=0.0.0.0&amp;complete=true\">complete output as a file</a>");
        assertThat(onlyPage().getTasks().get(1).getStoredOutput()).isZero();
    }

    @Test
    @DisplayName(
            "16.13 the page shows the recorded parts of a long output; without a stored output the download names the gap")
    void recordedOutput() throws Exception {
        run("task=0", "hostname=h", "exec=local", "command=seq 1 20000");

        assertThat(Sent.by(onlyPage().doOutput("0.0.0.0", false)).text())
                .startsWith("# stdout\n1\n2\n")
                .contains("[... 103774 characters ...]")
                .endsWith("20000\n");
        Files.delete(RunDirectory.of(build.getRootDir().toPath(), 1)
                .outputs()
                .directory()
                .resolve("0.0.0.0.stdout"));
        assertThat(Sent.by(onlyPage().doOutput("0.0.0.0", true)).text())
                .startsWith("# stdout, first and last part; the complete output was not stored\n1\n2\n")
                .contains("[... 103774 characters ...]");
        assertThat(onlyPage().getParts().getTasks()).doesNotContain("complete=true");
    }

    @Test
    @DisplayName("16.11 the complete output has all attempts, with control characters escaped")
    void attempts() throws Exception {
        run(
                "task=0",
                "type=parallel",
                "tasks=1",
                "retry_failed=true",
                "retry_delay=0",
                "task=1",
                "hostname=h",
                "exec=local",
                "command=sh -c 'printf \"\\033[31m\"; seq 1 2000; exit 3'");

        assertThat(Sent.by(onlyPage().doOutput("0-1.0.0.0", true)).text())
                .containsSubsequence(
                        "# Task 0-1: exit code 3",
                        "# stdout\n\\x1B[31m1\n2\n",
                        "\n2000\n",
                        "# Task 0-1.1: exit code 3",
                        "\n1999\n2000\n");
    }

    @Test
    @DisplayName("an execution that does not exist has no output")
    void noOutput() throws Exception {
        run("task=0", "hostname=h", "exec=local", "command=true");

        assertThat(onlyPage().doOutput("../../1", true)).isInstanceOf(HttpResponses.HttpResponseException.class);
    }

    @Test
    @DisplayName("a group whose next condition is true is no problem, although a member failed")
    void satisfiedGroup() throws Exception {
        run(
                "task=6",
                "type=parallel",
                "tasks=8,9",
                "next=min_success=1",
                "task=8",
                "hostname=h",
                "exec=local",
                "command=true",
                "task=9",
                "hostname=h",
                "exec=local",
                "command=false");

        String tasks = onlyPage().getParts().getTasks();
        assertThat(tasks)
                .containsPattern("<th scope=\"row\">6</th><td class=\"s ok\">")
                .containsPattern("<th scope=\"row\">6-9</th><td class=\"s failed\">");
    }

    private RunPage onlyPage() {
        return build.getAction(TaskerRunAction.class).getDynamic("1");
    }

    private void run(String... lines) throws Exception {
        Files.write(workspace.resolve("deploy.txt"), List.of(lines));
        new JenkinsRun(StepSettings.of("deploy.txt"), place()).run();
    }

    private BuildContext place() {
        return new BuildContext(
                build,
                new FilePath(workspace.toFile()),
                new EnvVars(),
                TaskListener.NULL,
                Set.of(),
                new DirectoryArchive(archive));
    }
}
