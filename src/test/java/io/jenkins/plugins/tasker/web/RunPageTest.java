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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

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
                .isEqualTo("No task started: deploy.txt ended with exit code 20. The console states the reason.");
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
