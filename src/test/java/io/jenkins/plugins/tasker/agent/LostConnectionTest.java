package io.jenkins.plugins.tasker.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.UnknownEndException;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LostConnectionTest extends RunsOnAgent {

    /** Prints far more than a report contains. */
    private static final String LARGE =
            "awk 'BEGIN { for (i = 0; i < 100000; i++) printf \"%05d\\n\", i; print \"end\" }'";

    @Test
    void resultShouldBeUnknownIfTheAgentDoesNotReconnect() throws Exception {
        runner.close();
        runner = runner(Duration.ofMillis(100));
        RunningCommand command = start(OutputListener.NONE, "sleep", "2");

        lose();

        assertThatThrownBy(() -> command.result().get())
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(UnknownEndException.class)
                .hasMessage("the agent agent1 did not reconnect within 0 s");
        assertThat(run("true").exitCode()).isEqualTo(126);
    }

    @Test
    void commandShouldKeepRunningWithoutConnectionAndShowEachLineOnce() throws Exception {
        Path go = workspace.resolve("go");
        StringBuffer received = new StringBuffer();
        CountDownLatch up = new CountDownLatch(1);
        RunningCommand command = start(
                (stream, text) -> {
                    received.append(text);
                    up.countDown();
                },
                "sh",
                "-c",
                "echo up; until [ -e go ]; do sleep 0.02; done; echo alone; echo $$ > pid; exit 3");
        up.await();
        lose();
        Files.createFile(go);
        while (!Files.exists(workspace.resolve("pid"))) {
            Thread.onSpinWait();
        }
        assertThat(command.result()).isNotDone();

        agent.connect();

        CommandResult result = command.result().get();
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(text(result.stdout())).isEqualTo("up\nalone\n");
        assertThat(received.toString()).isEqualTo("up\nalone\n");
        assertThat(console).hasSize(2);
        assertThat(console.get(0))
                .isEqualTo("The connection to the agent agent1 was lost; 1 command keeps running there."
                        + " Waiting up to 30 s for the agent to reconnect");
        assertThat(console.get(1)).startsWith("The agent agent1 reconnected after ");
    }

    @Test
    void commandSubmittedWithoutConnectionShouldWaitForIt() throws Exception {
        lose();
        RunningCommand command = start(OutputListener.NONE, "sh", "-c", "echo x >>count");
        agent.connect();

        assertThat(command.result().get().exitCode()).isZero();
        assertThat(workspace.resolve("count")).hasContent("x");
    }

    @Test
    void resultShouldBeUnknownIfTheControlDirectoryWasDeleted() throws Exception {
        RunningCommand command = start(OutputListener.NONE, "sleep", "2");
        lose();
        try (Stream<Path> files = Files.walk(control)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
        agent.connect();

        assertThatThrownBy(() -> command.result().get()).hasMessageContaining("no longer exists on the agent");
    }

    @Test
    void abortWithoutConnectionShouldNotWaitForIt() throws Exception {
        RunningCommand command = start(OutputListener.NONE, "sleep", "2");
        lose();

        command.terminate();

        assertThatThrownBy(() -> command.result().get()).hasMessageContaining("not connected, so it cannot be ended");
    }

    @Test
    void eachCommandShouldRunOnceAlthoughTheConnectionIsLostRepeatedly() throws Exception {
        List<RunningCommand> commands = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            commands.add(start(
                    OutputListener.NONE, "sh", "-c", "echo " + i + " >>ran; sleep 0.1; echo end " + i + "; exit " + i));
            if (i % 3 == 0) {
                // at a random moment of a start or an end
                lose();
                agent.connect();
            }
        }
        for (int i = 0; i < commands.size(); i++) {
            CommandResult result = commands.get(i).result().get();
            assertThat(result.exitCode()).isEqualTo(i);
            assertThat(text(result.stdout())).isEqualTo("end " + i + "\n");
        }
        assertThat(Files.readAllLines(workspace.resolve("ran"))).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void largeOutputShouldBeReadToItsEndAlthoughTheConnectionIsLostRepeatedly() throws Exception {
        CommandResult result = run("sh", "-c", LARGE);
        String expected = text(result.stdout());
        assertThat(expected).hasSize(600_004).endsWith("end\n");

        StringBuilder read = new StringBuilder();
        try (Reader reader = result.stdout().reader()) {
            char[] buffer = new char[50_000];
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                read.append(buffer, 0, count);
                if (read.length() % 150_000 < buffer.length) {
                    lose();
                    agent.connect();
                }
            }
        }

        assertThat(read.toString().equals(expected)).isTrue();
    }

    @Test
    @DisplayName("16.11 the middle of a large output can be skipped, also before and after a lost connection")
    void largeOutputShouldBeReadAfterASkippedPart() throws Exception {
        CommandResult result = run("sh", "-c", LARGE);
        String expected = text(result.stdout());

        try (Reader reader = result.stdout().reader()) {
            char[] start = new char[100];
            assertThat(reader.read(start)).isEqualTo(100);
            assertThat(reader.skip(300_000)).isEqualTo(300_000);
            lose();
            agent.connect();
            assertThat(reader.skip(200_000)).isEqualTo(200_000);
            StringWriter rest = new StringWriter();
            reader.transferTo(rest);

            assertThat(rest.toString().equals(expected.substring(500_100))).isTrue();
            assertThat(reader.skip(1)).isZero();
        }
    }

    @Test
    @DisplayName("16.4 the end of an output is as long as requested, so that a secret across its start can be left out")
    void endShouldBeAsLongAsRequested() throws Exception {
        CommandResult result = run("sh", "-c", LARGE);
        String expected = text(result.stdout());

        for (int limit : new int[] {1, 65_536, 65_537, 200_000, 600_004, 700_000}) {
            String end = result.stdout().end(limit);
            assertThat(end).hasSize(Math.min(limit, expected.length()));
            assertThat(expected).endsWith(end);
        }
    }

    @Test
    void queryOfALargeOutputShouldWaitForTheAgent() throws Exception {
        CommandResult result = run("sh", "-c", LARGE);
        lose();
        CompletableFuture<Boolean> answer =
                CompletableFuture.supplyAsync(() -> result.stdout().contains("\nend"));
        assertThat(answer).isNotDone();

        agent.connect();

        assertThat(answer.get()).isTrue();
        assertThat(result.stdout().lineCount()).isEqualTo(100_001);
        assertThat(result.stdout().length()).isEqualTo(600_004);
    }

    @Test
    void largeOutputShouldCloseWithoutConnection() throws Exception {
        CommandResult result = run("sh", "-c", LARGE);
        lose();

        assertThatCode(() -> result.stdout().close()).doesNotThrowAnyException();
    }

    @Test
    void queryOfALargeOutputShouldFailIfTheAgentDoesNotReconnect() throws Exception {
        runner.close();
        runner = runner(Duration.ofMillis(100));
        CommandResult result = run("sh", "-c", LARGE);
        lose();

        assertThatThrownBy(() -> result.stdout().contains("end"))
                .isInstanceOf(UnknownEndException.class)
                .hasMessage("the agent agent1 did not reconnect within 0 s");
    }

    private void lose() {
        agent.disconnect();
        runner.onLost();
    }
}
