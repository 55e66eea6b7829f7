package io.jenkins.plugins.tasker.command.process;

import static io.jenkins.plugins.tasker.command.Commands.get;
import static io.jenkins.plugins.tasker.command.Commands.resultOf;
import static io.jenkins.plugins.tasker.command.Commands.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.Commands;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("5.10 The output of a command")
class OutputOfCommandsTest {

    @TempDir
    private Path directory;

    private Commands commands;

    @BeforeEach
    void open() {
        commands = Commands.in(directory);
    }

    @AfterEach
    void close() {
        commands.close();
    }

    @Test
    @DisplayName("is decoded with replacement characters and has LF as line end")
    void decoded() {
        CommandResult result = commands.run("printf", "\\303\\244\\377\\r\\n.\\r\\303");

        assertThat(text(result.stdout())).isEqualTo("\u00e4\ufffd\n.\n\ufffd");
    }

    @Test
    @DisplayName("is complete for any length, on both streams at once")
    void large() {
        String print = "i=0; while [ $i -lt 400 ]; do echo \"$line\"; echo \"$line\" >&2; i=$((i+1)); done";
        CommandResult result = commands.shell("line=" + "x".repeat(999) + "; " + print);
        try (Output stdout = result.stdout();
                Output stderr = result.stderr()) {
            assertThat(text(stdout)).isEqualTo(("x".repeat(999) + "\n").repeat(400));
            assertThat(text(stderr)).isEqualTo(text(stdout));
        }
    }

    @Test
    @DisplayName("reaches the listener while the command runs, with the name of the stream")
    void arrivesWhileRunning() {
        CompletableFuture<String> received = new CompletableFuture<>();
        RunningCommand command = commands.start(
                (stream, text) -> received.complete(stream + ":" + text),
                "/bin/sh",
                "-c",
                "echo hello >&2; exec sleep 300");

        assertThat(get(received)).isEqualTo("STDERR:hello\n");
        assertThat(command.result()).isNotDone();
        command.kill();
    }

    @Test
    @DisplayName("is complete although the listener fails")
    void failingListener() {
        OutputListener failing = (stream, text) -> {
            throw new IllegalStateException("a listener that fails for a test");
        };
        CommandResult result = resultOf(commands.start(failing, "/bin/sh", "-c", "echo a; sleep 0.05; echo b; exit 5"));

        assertThat(text(result.stdout())).isEqualTo("a\nb\n");
        assertThat(result.exitCode()).isEqualTo(5);
    }

    @Test
    @DisplayName("can end before the command")
    void closedEarly() {
        CommandResult result = commands.shell("echo a; exec >&- 2>&-; sleep 0.3; exit 5");

        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(text(result.stdout())).isEqualTo("a\n");
        assertThat(result.duration()).isGreaterThan(Duration.ofMillis(300));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @DisplayName("includes what background processes print after the end of the command, even after a long pause")
    void lateOutput() {
        CommandResult result = commands.shell("(sleep 0.6; echo late) & echo now; exit 3");

        assertThat(text(result.stdout())).isEqualTo("now\nlate\n");
        assertThat(result.exitCode()).isEqualTo(3);
    }
}
