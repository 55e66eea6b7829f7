package io.jenkins.plugins.tasker.command.process;

import static io.jenkins.plugins.tasker.command.Commands.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.Commands;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A command that runs on this machine")
class LocalCommandRunnerTest {

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
    @DisplayName("5.11 has its own exit code")
    void ownExitCode() {
        assertThat(commands.shell("exit 7").exitCode()).isEqualTo(7);
    }

    @Test
    @DisplayName("5.11 ends with 128+n after signal n")
    void exitCodeOfSignal() {
        assertThat(commands.shell("kill -9 $$").exitCode()).isEqualTo(137);
    }

    @Test
    @DisplayName("5.10 prints to stdout and stderr separately")
    void separateStreams() {
        CommandResult result = commands.shell("echo out; echo err >&2");

        assertThat(text(result.stdout())).isEqualTo("out\n");
        assertThat(text(result.stderr())).isEqualTo("err\n");
    }

    @Test
    @DisplayName("5.10 reads nothing from its stdin")
    void emptyStdin() {
        assertThat(text(commands.run("wc", "-c").stdout()).strip()).isEqualTo("0");
    }

    @Test
    @DisplayName("5.10 runs in the working directory")
    void workingDirectory() throws Exception {
        assertThat(text(commands.run("pwd", "-P").stdout())).isEqualTo(directory.toRealPath() + "\n");
    }

    @Test
    @DisplayName("5.10 inherits exactly the given environment")
    void environment() {
        try (Commands others = Commands.in(directory, Map.of("A", "1", "B", "2"))) {
            Command env = new Command(List.of("/usr/bin/env"), Duration.ofSeconds(30), Map.of("B", "3", "C", "4"));

            assertThat(text(others.run(env).stdout()).lines())
                    .contains("A=1", "B=3", "C=4")
                    .noneMatch(line -> line.startsWith("HOME="));
        }
    }

    @Test
    @DisplayName("receives its arguments unchanged")
    void argumentsUnchanged() {
        CommandResult result =
                commands.run("printf", "[%s]", "a b", "", "$(id)", "`id`", "'", "\"", "\\", "*", "~", "x\ny", "\u00e4");

        assertThat(text(result.stdout())).isEqualTo("[a b][][$(id)][`id`]['][\"][\\][*][~][x\ny][\u00e4]");
    }
}
