package io.jenkins.plugins.tasker.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.TaskListener;
import hudson.remoting.Callable;
import hudson.remoting.Future;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.tasker.web.TestBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Aborts a run whose agent hangs before the first task: while it reads the task file, opens the session, and so on. */
@Timeout(300)
class AbortPhasesTest {

    @TempDir
    private Path directory;

    private Path workspace;

    /** An agent that answers some calls and then hangs. */
    private static final class HangingAgent implements VirtualChannel {

        private final CountDownLatch hung = new CountDownLatch(1);
        private final int answers;
        private String last = "";
        private int calls;

        private HangingAgent(int answers) {
            this.answers = answers;
        }

        @Override
        public <V, T extends Throwable> V call(Callable<V, T> callable) throws T, InterruptedException {
            last = callable.toString();
            if (calls++ == answers) {
                hung.countDown();
                new CountDownLatch(1).await();
            }
            return callable.call();
        }

        @Override
        public <T> T export(Class<T> type, T instance) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <V, T extends Throwable> Future<V> callAsync(Callable<V, T> callable) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            // nothing is open
        }

        @Override
        public void join() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void join(long timeout) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void syncLocalIO() {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void abortShouldEndARunThatWaitsForItsAgentInEachPhase() throws Exception {
        workspace = Files.createDirectory(directory.resolve("w"));
        Files.write(workspace.resolve("deploy.txt"), List.of("task=0", "hostname=h", "command=touch started"));
        int answers = 0;
        HangingAgent agent;
        do {
            agent = new HangingAgent(answers);
            Path build = Files.createDirectory(directory.resolve("build" + answers));
            Path archive = Files.createDirectory(directory.resolve("archive" + answers));
            assertAbortEnds(agent, build, archive);
            answers++;
        } while (!agent.last.startsWith("Tasker session"));

        assertThat(answers).isGreaterThan(1);
        assertThat(archive(answers - 1))
                .as("log of the run whose session was being opened")
                .isNotEmpty();
        assertThat(workspace.resolve("started")).doesNotExist();
    }

    private List<Path> archive(int run) throws IOException {
        try (var files = Files.walk(directory.resolve("archive" + run))) {
            return files.filter(file -> file.toString().endsWith(".log")).toList();
        }
    }

    private void assertAbortEnds(HangingAgent agent, Path build, Path archive) throws Exception {
        BuildContext context = new BuildContext(
                new TestBuild(build),
                new FilePath(agent, workspace.toString()),
                new EnvVars(),
                TaskListener.NULL,
                Set.of(),
                new DirectoryArchive(archive));
        AbortableRun run = new AbortableRun(new JenkinsRun(StepSettings.of("deploy.txt"), context));
        CompletableFuture<RunOutcome> ended = new CompletableFuture<>();
        Thread freestyle = new Thread(() -> {
            try {
                ended.complete(run.await());
            } catch (Throwable e) {
                ended.completeExceptionally(e);
            }
        });
        freestyle.start();
        agent.hung.await();

        freestyle.interrupt();

        assertThatThrownBy(ended::get).as(agent.last).hasCauseInstanceOf(InterruptedException.class);
    }
}
