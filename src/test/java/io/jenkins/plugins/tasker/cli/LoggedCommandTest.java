package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoggedCommandTest {

    @TempDir
    Path directory;

    private Commands commands;

    @BeforeEach
    void commands() {
        commands = new Commands(directory);
    }

    @Test
    @DisplayName("16.9 the standard type is no setting of a run in which each task has its own")
    void unusedType() throws IOException {
        Files.writeString(directory.resolve("own.txt"), "task=0\nhostname=h\ncommand=true\nexec=local\n");
        commands.run("-r", "own.txt");
        assertThat(commands.out())
                .contains("Setting: time limit = 30 s (default)")
                .doesNotContain("execution type");
        commands.run("-r", "-t", "local", "own.txt");
        assertThat(commands.out()).contains("Setting: execution type = local (option -t)");
        Files.writeString(directory.resolve("two.txt"), "task=0\nhostname=h\ncommand=true\n");
        commands.run("two.txt", "--skip-host-validation");
        assertThat(commands.out()).contains("Setting: execution type = pbrun (default)");
    }

    @Test
    @DisplayName("16.2 a shell text is logged as its author wrote it, with values inserted")
    void shellText() throws IOException {
        Files.writeString(
                directory.resolve("shell.txt"),
                "task=0\nhostname=h\nexec=local\ncommand=echo\narguments=one\ntask=1\nhostname=h\nexec=local\n"
                        + "command=echo \"@0_stdout@ two\" @0_stdout@ | cat\narguments=-u '-'\n");
        assertThat(commands.run("-r", "shell.txt")).isZero();
        assertThat(commands.out())
                .contains("Task 1: Executing [local]: echo \"one two\" one | cat -u '-'\n")
                .contains("Task 1: STDOUT: one two one");
        commands.run("shell.txt");
        assertThat(commands.out()).contains("Task 1: [DRY RUN] Would execute: echo \" two\"  | cat -u '-'\n");
    }
}
