package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest {

    private static final String GOOD = "task=0\nhostname=no-such-host.invalid\ncommand=true\n";

    @TempDir
    Path directory;

    private Commands commands;

    @BeforeEach
    void files() throws IOException {
        commands = new Commands(directory);
        Files.writeString(directory.resolve("good.txt"), GOOD);
        Files.writeString(directory.resolve("bad.txt"), GOOD + "on_failure=7\n");
        Files.writeString(directory.resolve("warned.txt"), "UNUSED=1\n" + GOOD);
    }

    @Test
    @DisplayName("15.10 tasker check validates several files, hosts aside, and writes no file")
    void check() throws IOException {
        assertThat(commands.run("check", "good.txt", "warned.txt")).isZero();
        assertThat(commands.out())
                .startsWith("good.txt: 1 task, 0 errors, 0 warnings\n")
                .contains("warning[W08]")
                .endsWith("warned.txt: 1 task, 0 errors, 1 warning\n");
        assertThat(commands.files("")).isEmpty();
    }

    @Test
    @DisplayName("15.10 tasker check ends with the highest code of all files")
    void worst() {
        assertThat(commands.run("check", "good.txt", "bad.txt", "warned.txt")).isEqualTo(20);
        assertThat(commands.run("check", "bad.txt", "missing.txt", "good.txt")).isEqualTo(30);
        assertThat(commands.err()).contains("missing.txt does not exist");
        assertThat(commands.out()).contains("error[E20]").contains("good.txt: 1 task");
    }

    @Test
    @DisplayName("13.8 tasker check --warnings-as-errors fails on a warning and calls it an error")
    void warningsAsErrors() {
        assertThat(commands.run("check", "--warnings-as-errors", "good.txt", "warned.txt"))
                .isEqualTo(20);
        assertThat(commands.out()).contains("error[W08]").contains("warned.txt: 1 task, 1 error, 0 warnings");
    }

    @Test
    @DisplayName("15.10 tasker check takes variables and execution types as a run does")
    void options() throws IOException {
        Files.writeString(directory.resolve("var.txt"), GOOD + "arguments=@NAME@\nexec=mine\n");
        Files.writeString(directory.resolve("types"), "mine.run=mine {command}\n");
        assertThat(commands.run("check", "var.txt")).isEqualTo(20);
        assertThat(commands.run("check", "--var", "NAME=x", "--exec-types=types", "var.txt"))
                .isZero();
        assertThat(commands.run("check", "--var", "NAMR=x", "--exec-types=types", "var.txt"))
                .isEqualTo(20);
        assertThat(commands.err()).contains("was 'NAME' meant?");
    }

    @Test
    @DisplayName("15.10 tasker check --format json prints an array with the findings of each file")
    void json() throws IOException {
        assertThat(commands.run("check", "--format", "json", "good.txt", "bad.txt"))
                .isEqualTo(20);
        assertThat(tokens(commands.out())).isPositive();
        assertThat(commands.out().strip()).startsWith("[").endsWith("]");
        assertThat(commands.out()).contains("\"file\" : \"good.txt\"", "\"file\" : \"bad.txt\"", "\"code\" : \"E20\"");
    }

    @Test
    @DisplayName("15.10 tasker check --format sarif prints one log with the results of all files")
    void sarif() throws IOException {
        assertThat(commands.run("check", "--format", "sarif", "warned.txt", "bad.txt"))
                .isEqualTo(20);
        assertThat(tokens(commands.out())).isPositive();
        assertThat(commands.out()).contains("\"uri\" : \"warned.txt\"", "\"uri\" : \"bad.txt\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "check -", "check --run good.txt"})
    @DisplayName("15.10 tasker check without a file, or with options of a run, is a usage error")
    void usage(String line) {
        assertThat(commands.run(line.split(" "))).isEqualTo(2);
        assertThat(commands.err()).isNotBlank();
    }

    private static int tokens(String text) throws IOException {
        int count = 0;
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            while (parser.nextToken() != null) {
                count++;
            }
        }
        return count;
    }
}
