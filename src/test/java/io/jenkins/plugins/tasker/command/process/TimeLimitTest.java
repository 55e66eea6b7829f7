package io.jenkins.plugins.tasker.command.process;

import static io.jenkins.plugins.tasker.command.Commands.resultOf;
import static io.jenkins.plugins.tasker.command.Commands.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.Commands;
import io.jenkins.plugins.tasker.command.RunningCommand;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("5.11 A command that exceeds its time limit")
class TimeLimitTest {

    private static final Duration LIMIT = Duration.ofMillis(500);

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

    private CommandResult shell(String script) {
        return resultOf(commands.startLimited(LIMIT, "/bin/sh", "-c", script));
    }

    @Test
    @DisplayName("ends with 124, its output so far, and the limit on stderr")
    void exitCodeAndOutput() {
        CommandResult result = shell("echo so far; exec sleep 300");

        assertThat(result.exitCode()).isEqualTo(124);
        assertThat(result.timedOut()).isTrue();
        assertThat(text(result.stdout())).isEqualTo("so far\n");
        assertThat(text(result.stderr())).isEqualTo("tasker: time limit of 0.5 s exceeded, command terminated\n");
        assertThat(result.duration()).isBetween(LIMIT, Duration.ofSeconds(10));
    }

    @Test
    @DisplayName("has the limit on a separate line of stderr")
    void lineOfItsOwn() {
        CommandResult result = shell("printf 'no line end' >&2; exec sleep 300");

        assertThat(text(result.stderr())).startsWith("no line end\ntasker: time limit");
    }

    @Test
    @DisplayName("ends with 124 even if it handles TERM")
    void handlesTerm() {
        CommandResult result = shell("trap 'exit 0' TERM; while :; do sleep 0.01; done");

        assertThat(result.exitCode()).isEqualTo(124);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @DisplayName("5.12 is terminated with its background processes, even if only they still run and hold the output")
    void onlyBackground() {
        CommandResult result = shell("sleep 300 & echo $!; exit 3");

        assertThat(result.exitCode()).isEqualTo(124);
        assertThat(result.duration()).isBetween(LIMIT, Duration.ofSeconds(10));
        assertThat(text(result.stderr())).contains("time limit", "background processes kept its output open");
        long background = Long.parseLong(text(result.stdout()).strip());
        assertThat(ProcessHandle.of(background).filter(ProcessStatus::isRunning))
                .isEmpty();
    }

    @Test
    @DisplayName("does not affect commands with a later limit")
    void othersHaveTime() {
        RunningCommand patient = commands.start("sleep", "1");
        RunningCommand hasty = commands.startLimited(LIMIT, "sleep", "300");

        assertThat(resultOf(hasty).exitCode()).isEqualTo(124);
        assertThat(resultOf(patient).exitCode()).isZero();
    }

    @Test
    @DisplayName("is detected although a command with a later limit started before")
    void earlierLimitLater() {
        RunningCommand later = commands.startLimited(Duration.ofMillis(1_000), "sleep", "300");
        RunningCommand earlier = commands.startLimited(Duration.ofMillis(200), "sleep", "300");

        assertThat(resultOf(earlier).duration()).isLessThan(resultOf(later).duration());
        assertThat(resultOf(later).timedOut()).isTrue();
    }
}
