package io.jenkins.plugins.tasker.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.tasker.web.TestBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Jenkins is killed or stopped after a run has ended, and before its Pipeline has saved that. */
@Timeout(60)
class EndedRunTest {

    @TempDir
    private Path directory;

    private Path workspace;
    private Path build;

    @BeforeEach
    void run() throws Exception {
        workspace = Files.createDirectory(directory.resolve("w"));
        build = Files.createDirectory(directory.resolve("build"));
        Files.write(
                workspace.resolve("deploy.txt"),
                List.of("task=0", "hostname=h", "exec=local", "command=sh -c 'echo x >>ran'"));
        assertThat(newRun().run().isSuccess()).isTrue();
    }

    private JenkinsRun newRun() throws IOException {
        BuildContext context = new BuildContext(
                new TestBuild(build),
                new FilePath(workspace.toFile()),
                new EnvVars(),
                TaskListener.NULL,
                Set.of(),
                new DirectoryArchive(directory.resolve("archive")));
        return new JenkinsRun(StepSettings.of("deploy.txt"), context, "run-1");
    }

    @Test
    void endedRunShouldNotRunAgain() throws Exception {
        assertThat(newRun().continueRun().isSuccess()).isTrue();

        assertThat(workspace.resolve("ran")).hasContent("x");
    }

    @Test
    void runWithoutARecordedEndShouldFailAndNotRunAgain() throws Exception {
        Path journal = build.resolve("tasker/1/run.journal");
        List<String> lines = Files.readAllLines(journal);
        lines.removeIf(line -> line.contains("\"RunEnded\""));
        Files.write(journal, lines);

        assertThatThrownBy(() -> newRun().continueRun())
                .isInstanceOf(AbortException.class)
                .hasMessageContaining("its end is not recorded");
        assertThat(workspace.resolve("ran")).hasContent("x");
    }
}
