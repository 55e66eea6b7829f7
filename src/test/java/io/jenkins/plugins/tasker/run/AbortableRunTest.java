package io.jenkins.plugins.tasker.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.web.TestBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AbortableRunTest {

    @TempDir
    private Path archive;

    @TempDir
    private Path workspace;

    @TempDir
    private Path build;

    @Test
    void awaitShouldReturnWhenTheRunHasEnded() throws Exception {
        write("task=0", "hostname=h", "exec=local", "command=true");

        assertThat(newRun().await().isSuccess()).isTrue();
    }

    @Test
    void runThatCannotStartShouldReportTheReason() {
        assertThatThrownBy(() -> newRun().await())
                .isInstanceOf(AbortException.class)
                .hasMessageContaining("deploy.txt does not exist");
    }

    @Test
    void interruptShouldEndTheCommandsAndCompleteTheRecord() throws Exception {
        write("task=0", "hostname=h", "exec=local", "command=sh -c 'touch started; sleep 60'");
        AbortableRun run = newRun();
        CompletableFuture<RunOutcome> ended = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                ended.complete(run.await());
            } catch (Exception e) {
                ended.completeExceptionally(e);
            }
        });
        thread.start();
        while (!Files.exists(workspace.resolve("started"))) {
            Thread.sleep(20);
        }

        thread.interrupt();

        assertThatThrownBy(ended::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InterruptedException.class);
        RunRecord record = RunRecord.read(build.resolve("tasker/1/run.journal"));
        assertThat(record.ended().orElseThrow().exitCode()).isEqualTo(41);
        assertThat(record.tasks())
                .singleElement()
                .satisfies(task ->
                        assertThat(task.result().orElseThrow().exitCode()).isEqualTo(143));
    }

    private AbortableRun newRun() throws IOException {
        BuildContext place = new BuildContext(
                new TestBuild(build),
                new FilePath(workspace.toFile()),
                new EnvVars(),
                TaskListener.NULL,
                Set.of(),
                new DirectoryArchive(archive));
        return new AbortableRun(new JenkinsRun(StepSettings.of("deploy.txt"), place));
    }

    private void write(String... lines) throws Exception {
        Files.write(workspace.resolve("deploy.txt"), List.of(lines));
    }
}
