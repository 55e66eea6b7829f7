package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    private static final String TASK = "task=0\nhostname=h\nexec=local\ncommand=true\n";

    @TempDir
    Path directory;

    private Commands commands;

    @BeforeEach
    void file() throws IOException {
        commands = new Commands(directory);
        Files.writeString(directory.resolve("one.txt"), TASK);
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"", " ", "-"})
    @DisplayName("15.10 an empty name of a task file, or -, is a usage error and creates no file")
    void taskFile(String name) throws IOException {
        assertThat(commands.run("-r", name)).isEqualTo(2);
        assertThat(commands.err()).contains("file name: '" + name + "' is not the name of a file");
        assertThat(commands.files("")).isEmpty();
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({"--log-dir,", "--vars,", "--vars,-", "--exec-types,", "--junit,-", "--report,", "--resume-from,"})
    @DisplayName("15.10 an option with an empty name of a file, or -, is a usage error")
    void option(String option, String value) throws IOException {
        String given = option + "=" + (value == null ? "" : value);
        assertThat(commands.run("-r", given, "--start-from=0", "one.txt")).isEqualTo(2);
        assertThat(commands.err())
                .contains(option + ": '" + (value == null ? "" : value) + "' is not the name of a file");
        assertThat(commands.files("")).isEmpty();
    }

    @Test
    @DisplayName("15.10 tasker show rejects an empty name")
    void show() {
        assertThat(commands.run("show", "")).isEqualTo(2);
        assertThat(commands.err()).contains("file name: '' is not the name of a file");
    }

    @Test
    @DisplayName("15.10 a missing task file is a usage error, also after options")
    void missing() {
        assertThat(commands.run()).isEqualTo(2);
        assertThat(commands.run("-r", "-t", "local")).isEqualTo(2);
        assertThat(commands.err()).contains("the task file is missing");
    }

    @Test
    @DisplayName("15.10 @file is the name of a task file and is not expanded")
    void atFile() throws IOException {
        Files.writeString(directory.resolve("options"), "-r one.txt");
        assertThat(commands.run("@options")).isEqualTo(30);
        assertThat(commands.out()).contains("@options does not exist");
        Files.writeString(directory.resolve("@options"), TASK);
        assertThat(commands.run("@options")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"runs", "show", "completion"})
    @DisplayName("15.10 a task file named like a subcommand is given as ./NAME")
    void nameOfASubcommand(String name) throws IOException {
        Files.writeString(directory.resolve(name), TASK);
        assertThat(commands.run("-r", "./" + name)).isZero();
        assertThat(commands.out()).contains("Task 0: Executing [local]: true");
    }

    @Test
    @DisplayName("15.10 options before the name of a subcommand are a usage error that names ./NAME")
    void optionsBeforeASubcommand() throws IOException {
        Files.writeString(directory.resolve("runs"), TASK);
        assertThat(commands.run("-r", "runs")).isEqualTo(2);
        assertThat(commands.err()).contains("write ./runs");
    }

    @Test
    @DisplayName("15.10 --version shows the version of the command and of Java")
    void version() {
        assertThat(commands.run("--version")).isZero();
        assertThat(commands.out()).startsWith("tasker ").contains("Java " + Runtime.version());
    }
}
