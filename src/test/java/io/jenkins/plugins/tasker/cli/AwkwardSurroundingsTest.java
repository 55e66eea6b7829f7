package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.text.ShellQuoting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real command where stdout, home or terminal are not as usual. */
@Timeout(120)
class AwkwardSurroundingsTest {

    @TempDir
    Path directory;

    @BeforeEach
    void file() throws IOException {
        Files.writeString(
                directory.resolve("two.txt"),
                "task=0\nhostname=h\nexec=local\ncommand=seq\narguments=2000\n"
                        + "task=1\nhostname=h\nexec=local\ncommand=touch\narguments=second\n");
    }

    private String shell(String commandLine) throws IOException, InterruptedException {
        String tasker = ShellQuoting.word(
                        Path.of(System.getProperty("java.home"), "bin/java").toString())
                + " -XX:TieredStopAtLevel=1 -cp " + ShellQuoting.word(System.getProperty("java.class.path"))
                + " io.jenkins.plugins.tasker.cli.TaskerMain";
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", commandLine.replace("tasker", tasker))
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().put("HOME", directory.toString());
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return printed;
    }

    @Test
    @DisplayName("16.1 a stdout that is closed in the middle does not end the run")
    void closedStdout() throws Exception {
        assertThat(shell("tasker -r -d two.txt | head -n 1; echo ${PIPESTATUS[0]}")
                        .lines())
                .hasSize(2)
                .endsWith("0");
        assertThat(directory.resolve("second")).exists();
    }

    @Test
    @DisplayName("4.1 without HOME the log directory is in the home of the user database, or -l names one")
    void noHome() throws Exception {
        assertThat(shell("env -u HOME tasker -r -l logs two.txt")).contains("Final exit code: 0");
        assertThat(directory.resolve("logs")).isDirectory();
    }

    @Test
    @DisplayName("16.5 a log directory that cannot be written ends with 32 and names -l")
    void unusableHome() throws Exception {
        assertThat(shell("HOME=/proc tasker -r two.txt; echo code $?"))
                .contains("log directory /proc/TASKER cannot be used", "-l", "code 32");
        assertThat(directory.resolve("second")).doesNotExist();
    }

    @Test
    @EnabledIf("io.jenkins.plugins.tasker.cli.PseudoTerminal#isAvailable")
    @DisplayName("24.1 a terminal of 10 columns and an unknown type is used as far as it goes")
    void narrow() throws Exception {
        try (PseudoTerminal tasker = new PseudoTerminal(directory, 10, Map.of("TERM", "no-such"), "-r two.txt")) {
            assertThat(tasker.screen().screen()).contains("\u2713 0  h  \u2026\n", "\u2713 1  h  \u2026\n");
        }
    }
}
