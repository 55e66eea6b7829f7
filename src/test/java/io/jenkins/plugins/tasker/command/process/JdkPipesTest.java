package io.jenkins.plugins.tasker.command.process;

import static io.jenkins.plugins.tasker.command.Commands.get;
import static io.jenkins.plugins.tasker.command.Commands.resultOf;
import static io.jenkins.plugins.tasker.command.Commands.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.Commands;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.TemporaryFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("On systems that do not name open pipes, the output of a command")
class JdkPipesTest {

    private final Commands commands =
            new Commands(new LocalCommandRunner(Path.of("/"), System.getenv(), PipeSupply::jdk, TemporaryFile::new));

    @AfterEach
    void close() {
        commands.close();
    }

    @Test
    @DisplayName("is complete on both streams")
    void complete() {
        CommandResult result =
                commands.shell("i=0; while [ $i -lt 3000 ]; do echo out of $i; echo err >&2; i=$((i+1)); done; exit 3");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.stdout().lineCount()).isEqualTo(3_000);
        assertThat(text(result.stdout())).endsWith("out of 2999\n");
        assertThat(result.stderr().lineCount()).isEqualTo(3_000);
    }

    @Test
    @DisplayName("reaches the listener while the command runs")
    void arrivesWhileRunning() {
        CompletableFuture<String> received = new CompletableFuture<>();
        RunningCommand command = commands.start(
                (stream, text) -> received.complete(stream + ":" + text),
                "/bin/sh",
                "-c",
                "echo hello >&2; exec sleep 300");

        assertThat(get(received)).isEqualTo("STDERR:hello\n");
        command.kill();
        assertThat(resultOf(command).exitCode()).isEqualTo(137);
    }

    @Test
    @DisplayName("is complete at the end of the command although background processes hold the streams")
    void heldStreams() {
        CommandResult result = commands.shell("sleep 20 & echo $!; exit 3");
        ProcessHandle.of(Long.parseLong(text(result.stdout()).strip())).ifPresent(ProcessHandle::destroyForcibly);

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.duration()).isLessThan(Duration.ofSeconds(5));
    }
}
