package io.jenkins.plugins.tasker.command.process;

import static io.jenkins.plugins.tasker.command.Commands.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("5.11 A command that cannot start")
class StartFailureTest {

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

    private Path file(String name, String content, String permissions) throws IOException {
        Path file = Files.writeString(directory.resolve(name), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static void assertFailed(CommandResult result, int exitCode, String... reason) {
        assertThat(text(result.stderr()))
                .startsWith("tasker: ")
                .contains(reason)
                .endsWith("\n");
        assertThat(result.exitCode()).isEqualTo(exitCode);
        assertThat(text(result.stdout())).isEmpty();
        assertThat(result.duration()).isEqualTo(Duration.ZERO);
        assertThat(result.timedOut()).isFalse();
    }

    @Test
    @DisplayName("ends with 127 and names the PATH if the program is not on it")
    void notOnPath() {
        try (Commands others = Commands.in(directory, Map.of("PATH", "/nowhere:/bin"))) {
            assertFailed(others.run("no-such-program"), 127, "'no-such-program'", "/nowhere:/bin");
        }
    }

    @Test
    @DisplayName("ends with 127 and names the file if the name of the program contains a directory")
    void noSuchFile() {
        assertFailed(
                commands.run("./bin/tool"),
                127,
                "'./bin/tool'",
                directory.resolve("./bin/tool").toString());
    }

    @Test
    @DisplayName("ends with 127 if the program has no name")
    void emptyName() {
        assertFailed(commands.run(""), 127, "empty");
    }

    @Test
    @DisplayName("ends with 126 if the program is not executable")
    void notExecutable() throws IOException {
        file("tool", "#!/bin/sh\n", "rw-r--r--");

        assertFailed(commands.run("./tool"), 126, "'./tool'", "not executable", "chmod +x");
    }

    @Test
    @DisplayName("ends with 126 if the program on PATH is not executable")
    void notExecutableOnPath() throws IOException {
        file("tool", "#!/bin/sh\n", "rw-r--r--");
        try (Commands others = Commands.in(directory, Map.of("PATH", directory.toString()))) {
            assertFailed(others.run("tool"), 126, "not executable");
        }
    }

    @Test
    @DisplayName("ends with 126 if the program is a directory")
    void isDirectory() {
        assertFailed(commands.run(directory.toString()), 126, "is a directory");
    }

    @Test
    @DisplayName("ends with 126 if the program is a text without an interpreter")
    void noInterpreter() throws IOException {
        file("script", "echo hello\n", "rwxr-xr-x");

        assertFailed(commands.run("./script"), 126, "does not name an interpreter", "#!/bin/sh");
    }

    @Test
    @DisplayName("ends with 126 if the interpreter of a script does not exist")
    void missingInterpreter() throws IOException {
        file("script", "#!/no/such/interpreter -x\n", "rwxr-xr-x");

        assertFailed(commands.run("./script"), 126, "'/no/such/interpreter'", "does not exist");
    }

    @Test
    @DisplayName("ends with 126 and shows the \\r if a script has the line ends of Windows")
    void windowsLineEnds() throws IOException {
        file("script", "#!/bin/sh\r\necho hello\r\n", "rwxr-xr-x");

        assertFailed(commands.run("./script"), 126, "'/bin/sh\\r'");
    }

    @Test
    @DisplayName("ends with 126 if the working directory does not exist")
    void missingDirectory() {
        Path missing = directory.resolve("missing");
        try (Commands others = Commands.in(missing)) {
            assertFailed(others.run("/bin/true"), 126, "working directory " + missing);
        }
    }

    @Test
    @DisplayName("ends with 126 if its arguments are too long for the system")
    void argumentsTooLong() {
        String[] argv = Collections.nCopies(100, "x".repeat(100_000)).toArray(String[]::new);
        argv[0] = "true";

        assertFailed(commands.run(argv), 126, "'true'", "too long");
    }

    @Test
    @DisplayName("ends with 126 if an argument contains NUL")
    void nul() {
        assertFailed(commands.run("echo", "a\0b"), 126, "NUL");
    }

    @Test
    @DisplayName("ends with 126 if a variable of its environment contains NUL")
    void nulInEnvironment() {
        Command command = new Command(List.of("true"), Duration.ofSeconds(30), Map.of("A", "a\0b"));

        assertFailed(commands.run(command), 126, "'true'");
    }

    @Test
    @DisplayName("sends the reason to its listener")
    void listener() {
        StringBuffer received = new StringBuffer();
        Commands.resultOf(
                commands.start((stream, text) -> received.append(stream).append(text), "./missing"));

        assertThat(received).startsWith("STDERRtasker: ").contains("./missing");
    }

    @Test
    @DisplayName("is detected if a program was removed after it had run")
    void removedAfterRun() throws IOException {
        Path tool = file("tool", "#!/bin/sh\nexit 3\n", "rwxr-xr-x");
        assertThat(commands.run("./tool").exitCode()).isEqualTo(3);
        Files.delete(tool);

        assertFailed(commands.run("./tool"), 127, "'./tool'", "not found");
    }
}
