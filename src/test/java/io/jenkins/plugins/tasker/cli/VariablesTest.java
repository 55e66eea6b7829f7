package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passes values of global variables from outside the task file. */
class VariablesTest {

    @TempDir
    Path directory;

    private Commands commands;

    @BeforeEach
    void create() throws IOException {
        commands = new Commands(directory);
        Files.writeString(directory.resolve("show.txt"), """
                OPTIONS=--message @MSG@
                VERSION=1
                task=0
                hostname=localhost
                command=printf
                arguments=<%s> @OPTIONS@ "@MSG@" @VERSION@
                exec=local
                task=1
                hostname=localhost
                command=printf '<%s>' @OPTIONS@ "@MSG@" | cat
                exec=local
                condition=@MSG@!~
                """);
    }

    @Test
    @DisplayName("4.7 a quote in a value is data, and does not make the file invalid")
    void quoteInValue() {
        assertThat(run("MSG=5\" disk")).isZero();
        assertThat(commands.out())
                .contains("Task 0: STDOUT: <--message><5\"><disk><5\" disk><1>")
                .contains("Task 1: STDOUT: <--message><5\" disk><5\" disk>");
    }

    @Test
    @DisplayName("4.7 quotes in a value join no words, and operators and references in it are text")
    void valueIsData() {
        assertThat(run("MSG=x\" --force \"y; $(touch made) @VERSION@")).isZero();
        assertThat(commands.out())
                .contains("<x\"><--force><\"y;><$(touch><made)><@VERSION@>")
                .contains("Task 1: STDOUT: <--message><x\" --force \"y; $(touch made) @VERSION@>");
        assertThat(directory.resolve("made")).doesNotExist();
    }

    @Test
    @DisplayName("4.7 a value is data in --vars, too, where the last file wins")
    void valueOfFileIsData() throws IOException {
        Files.writeString(directory.resolve("a.txt"), "MSG=first\nVERSION=2\n");
        Files.writeString(directory.resolve("b.txt"), "MSG=it's\n");

        assertThat(tasker("-r", "show.txt", "--vars", "a.txt", "--vars=b.txt")).isZero();
        assertThat(commands.out()).contains("Task 0: STDOUT: <--message><it's><it's><2>");
    }

    @Test
    @DisplayName("4.7 an unknown name within two edits of a known one is a usage error, and nothing runs")
    void mistypedName() {
        assertThat(tasker("-r", "show.txt", "--var", "MSG=a", "--var", "VERSOIN=2"))
                .isEqualTo(2);
        assertThat(commands.out())
                .contains("[ERROR] variable 'VERSOIN' is neither defined nor used in show.txt; was 'VERSION' meant?")
                .doesNotContain("Executing");
    }

    @Test
    @DisplayName("4.7 a name that is only referred to is known; another unknown name is a warning")
    void unknownName() {
        assertThat(tasker("-r", "show.txt", "--var", "MSG=a", "--var", "ENVIRONMENT=test"))
                .isZero();
        assertThat(commands.out())
                .contains("[WARN] variable 'ENVIRONMENT' is neither defined nor used in show.txt")
                .doesNotContain("variable 'MSG'");
    }

    @Test
    @DisplayName("4.7 an unknown name in a file of --vars is a warning, even if it resembles a known one")
    void unknownNameInFile() throws IOException {
        Files.writeString(directory.resolve("a.txt"), "MSG=first\nVERSOIN=2\n");

        assertThat(tasker("-r", "show.txt", "--vars", "a.txt")).isZero();
        assertThat(commands.out()).contains("[WARN] variable 'VERSOIN' is neither defined nor used in show.txt");
    }

    private int run(String variable) {
        return tasker("-r", "show.txt", "--var", variable);
    }

    private int tasker(String... arguments) {
        return commands.run(arguments);
    }
}
