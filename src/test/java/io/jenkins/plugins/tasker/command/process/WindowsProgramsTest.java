package io.jenkins.plugins.tasker.command.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("On Windows")
class WindowsProgramsTest {

    @TempDir
    private Path directory;

    private Path first;
    private Path second;
    private Map<String, String> environment;

    @BeforeEach
    void create() throws IOException {
        first = Files.createDirectories(directory.resolve("first"));
        second = Files.createDirectories(directory.resolve("second dir"));
        environment = new HashMap<>(Map.of("Path", first + ";\"" + second + "\"", "PATHEXT", ".EXE;.CMD;.PY"));
    }

    private WindowsPrograms programs() {
        return new WindowsPrograms(environment, directory);
    }

    private static Path file(Path place, String name) throws IOException {
        return Files.createFile(place.resolve(name));
    }

    @Test
    @DisplayName("5.11 a name without an extension is completed by PATHEXT, in its order")
    void extensions() throws IOException {
        file(first, "tool");
        Path script = file(first, "tool.cmd");
        assertThat(programs().find("tool")).contains(script);

        Path program = file(first, "tool.exe");
        assertThat(programs().find("tool")).contains(program);
        assertThat(programs().find("tool.cmd")).contains(script);
        assertThat(programs().find("other")).isEmpty();
    }

    @Test
    @DisplayName(
            "5.11 directories of PATH are searched in their order, also those in quotes, whatever the case of the name")
    void directories() throws IOException {
        Path later = file(second, "tool.py");
        assertThat(programs().find("tool")).contains(later);
        Path earlier = file(first, "tool.PY");
        assertThat(programs().find("tool")).contains(earlier);
    }

    @Test
    @DisplayName("5.11 without PATHEXT, the extensions of the system apply")
    void standard() throws IOException {
        environment.remove("PATHEXT");
        Path batch = file(first, "tool.bat");
        assertThat(programs().find("tool")).contains(batch);
    }

    @Test
    @DisplayName("5.11 a name with a separator starts at the working directory")
    void relative() throws IOException {
        Path program = file(second, "tool.exe");
        assertThat(programs().find("second dir/tool")).contains(program);
        assertThat(programs().find("tool/x")).isEmpty();
    }

    @Test
    @DisplayName("5.11 the file that was found starts with the arguments as they are")
    void argv() throws IOException {
        Path program = file(second, "tool.exe");
        List<String> argv = List.of("tool", "a b", "100%", "\"q\"");
        assertThat(programs().argv(argv)).containsExactly(program.toString(), "a b", "100%", "\"q\"");
        assertThat(programs().obstacle(argv)).isEmpty();
        assertThat(programs().argv(List.of("none", "x"))).containsExactly("none", "x");
    }

    @Test
    @DisplayName("5.11 a program that does not exist gives 127 and names PATHEXT")
    void missing() {
        StartFailure failure = programs().obstacle(List.of("none")).orElseThrow();
        assertThat(failure.exitCode()).isEqualTo(127);
        assertThat(failure.reason()).contains("program 'none' was not found on PATH", ".EXE;.CMD;.PY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a&b", "\"", "%PATH%", "a|b", ">x", "<x", "^", "!x!", "a\nb"})
    @DisplayName("5.8 cmd interprets no argument of a batch file: such a task does not start")
    void batchFile(String word) throws IOException {
        file(first, "tool.CMD");
        StartFailure failure =
                programs().obstacle(List.of("tool", "plain", word)).orElseThrow();
        assertThat(failure.exitCode()).isEqualTo(126);
        assertThat(failure.reason()).contains("is a batch file, and cmd would interpret the argument '" + word + "'");
        assertThat(programs().obstacle(List.of("tool", "plain", "a b", "--x=(1)")))
                .isEmpty();
    }

    @Test
    @DisplayName("5.7 a text with a pipe gives 127 and the remedy, because there is no /bin/sh")
    void shellText() {
        WindowsPrograms programs = new WindowsPrograms(environment, directory, directory.resolve("no-sh"));
        StartFailure failure =
                programs.obstacle(List.of("/bin/sh", "-c", "dir | find x")).orElseThrow();
        assertThat(failure.exitCode()).isEqualTo(127);
        assertThat(failure.reason()).contains("Windows has no such shell", "cmd.exe with /c and the text in arguments");
    }
}
