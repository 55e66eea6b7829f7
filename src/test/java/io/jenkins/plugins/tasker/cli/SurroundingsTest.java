package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls the command in unusual surroundings. */
class SurroundingsTest {

    @TempDir
    Path directory;

    private Commands commands;

    @BeforeEach
    void create() throws IOException {
        commands = new Commands(directory);
        Files.writeString(directory.resolve("print.txt"), """
                task=0
                hostname=localhost
                command=printf
                arguments='one\\nunfinished'
                """);
    }

    @Test
    @DisplayName("4.2 white space around a value of the environment is dropped")
    void valueOfEnvironmentIsTrimmed() {
        commands.environment.put("TASK_EXECUTOR_TYPE", "local ");
        commands.environment.put("TASK_EXECUTOR_TIMEOUT", " 40");

        assertThat(commands.run("-r", "print.txt")).isZero();
        assertThat(commands.out()).contains("execution type = local (environment", "time limit = 40 s (environment");
    }

    @Test
    @DisplayName("4.2 a value of the environment that is white space counts as not set")
    void blankValueOfEnvironment() {
        commands.environment.put("TASK_EXECUTOR_TYPE", " ");

        assertThat(commands.run("-t", "local", "print.txt")).isZero();
    }

    @Test
    @DisplayName("16.9 with --stream a last line without line end precedes the exit code")
    void unfinishedLinePrecedesExitCode() {
        assertThat(commands.run("-r", "-t", "local", "--stream", "print.txt")).isZero();
        assertThat(commands.out()).containsSubsequence("Task 0 | one", "Task 0 | unfinished", "Task 0: Exit code: 0");
    }

    @Test
    @DisplayName("15.1 in a working directory that was removed, the command says so")
    void removedWorkingDirectory() throws Exception {
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "mkdir gone && cd gone && rmdir ../gone && exec \"$0\" --help",
                        Repository.file("tasker").toString())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("the working directory was removed; change to another one");
        assertThat(process.waitFor()).isEqualTo(2);
    }
}
