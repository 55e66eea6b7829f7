package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.cli.live.EmulatedTerminal;
import io.jenkins.plugins.tasker.text.DisplayWidth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the real command on a pseudo-terminal, and compares screens after interpretation of the escape sequences. */
@EnabledIf("io.jenkins.plugins.tasker.cli.PseudoTerminal#isAvailable")
@Timeout(120)
class TerminalRunTest {

    private static final String TASKS = """
            task=0
            hostname=build1
            exec=local
            command=echo
            arguments=hello
            task=1
            type=parallel
            tasks=10,11,12
            next=always
            task=10
            hostname=web1
            exec=local
            command=true
            task=11
            hostname=web2
            exec=local
            command=ls
            arguments=/no/such/directory
            task=12
            hostname=web3
            exec=local
            command=true
            task=2
            hostname=build1
            exec=local
            command=false
            next=exit_0
            """;

    @TempDir
    Path directory;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(directory.resolve("deploy.txt"), TASKS);
        Files.writeString(
                directory.resolve("long.txt"), "task=0\nhostname=h\nexec=local\ncommand=sleep\narguments=60\n");
    }

    private PseudoTerminal tasker(int columns, String commandLine) throws IOException {
        return new PseudoTerminal(directory, columns, Map.of(), commandLine);
    }

    private Path log() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("TASKER"))) {
            return files.filter(file ->
                            file.toString().endsWith(".log") && !file.toString().contains("validation"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @ParameterizedTest(name = "{0} columns")
    @ValueSource(ints = {40, 80, 200})
    @DisplayName("24.1 a run on a terminal shows tasks, failures, outcome and the command line that resumes")
    void run(int columns) throws Exception {
        try (PseudoTerminal tasker = tasker(columns, "-r deploy.txt")) {
            String all = tasker.all();
            String text = new EmulatedTerminal(columns).receive(all).screen().replaceAll(" {2,}[0-9.]+ m?s\n", "\n");
            assertThat(text)
                    .startsWith("deploy.txt\n\u2713 0  build1  echo hello\n")
                    .contains("\u2717 1-11  web2  ls /no/such")
                    .contains("\u2717 2  build1  false\n    exit code 1\n")
                    .contains("  Task 2 on build1: exit code 1\n")
                    .contains("--start-from=2")
                    .endsWith("exit code 14\n")
                    .doesNotContain("web1", "web3", "[INFO]", "running");
            // Paths and the words of a command line stay whole.
            assertThat(all.replaceAll("\u001b\\[[0-9;]*[A-Za-z]|\r", "").lines())
                    .filteredOn(line -> line.strip().contains(" ") && !line.contains("--resume-from"))
                    .allMatch(line -> DisplayWidth.of(line) < columns);
        }
        assertThat(log()).content().contains("[INFO] Task 0: STDOUT: hello").doesNotContain("\u001b", "\u2713");
    }

    @Test
    @DisplayName("24.1 the command line that resumes can be pasted, also from a narrow terminal")
    void resume() throws Exception {
        String command;
        try (PseudoTerminal tasker = tasker(40, "-r -t local -o 20 deploy.txt")) {
            String text = tasker.all().replaceAll("\u001b\\[[0-9;]*[A-Za-z]|\r", "");
            command = text.substring(text.indexOf("To resume:\n") + 11, text.indexOf("Log:"));
        }
        Process shell = new ProcessBuilder("sh", "-c", "tasker() { printf '%s\\n' \"$@\"; }\n" + command).start();
        assertThat(new String(shell.getInputStream().readAllBytes()).lines())
                .startsWith("-r", "--type=local", "--timeout=20")
                .anyMatch(word -> word.matches("--resume-from=deploy_[0-9_]+"))
                .endsWith("--start-from=2", "deploy.txt");
    }

    @Test
    @DisplayName("17.1 Ctrl-C ends the run with 40, and the terminal shows what was interrupted")
    void interrupt() throws Exception {
        try (PseudoTerminal tasker = tasker(80, "-r long.txt")) {
            tasker.await("sleep 60");
            tasker.type("\u0003");
            assertThat(tasker.screen().screen())
                    .contains("warning: the run was interrupted by SIGINT")
                    .contains("\u2717 0  h  sleep 60")
                    .endsWith("exit code 40\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--plain", "--log-level=INFO", "-d"})
    @DisplayName("16.10 --plain, --log-level and -d show log lines on a terminal")
    void logLines(String option) throws Exception {
        try (PseudoTerminal tasker = tasker(80, "-r " + option + " deploy.txt")) {
            String all = tasker.all();
            assertThat(all).contains("[INFO] Task 0: STDOUT: hello").doesNotContain("\u001b[J");
            assertThat(all.contains("\u001b[31m")).isEqualTo(!option.equals("--plain"));
        }
    }

    @Test
    @DisplayName("24.1 NO_COLOR and TERM=dumb are honoured")
    void environment() throws Exception {
        for (Map<String, String> environment : List.of(Map.of("NO_COLOR", "1"), Map.of("TERM", "dumb"))) {
            try (PseudoTerminal tasker = new PseudoTerminal(directory, 80, environment, "-r deploy.txt")) {
                assertThat(tasker.all()).contains("\u2717 2  build1  false").doesNotContainPattern("\u001b\\[[0-9;]*m");
            }
        }
    }

    @Test
    @DisplayName("24.2 errors of the task file are shown with their lines, and only so")
    void findings() throws Exception {
        Files.writeString(directory.resolve("bad.txt"), TASKS + "on_failure=77\n");
        try (PseudoTerminal tasker = tasker(80, "-r bad.txt")) {
            assertThat(tasker.screen().screen())
                    .contains("error[E20]: field 'on_failure' names task 77")
                    .contains(" --> bad.txt:28:12\n28 | on_failure=77\n   |            ^")
                    .doesNotContain("line 28, task 2")
                    .contains("No task started: bad.txt ended with exit code 20\n")
                    .endsWith("exit code 20\n");
        }
    }

    @Test
    @DisplayName("15.4 the plan is shown and asked for on a terminal")
    void plan() throws Exception {
        try (PseudoTerminal tasker = tasker(80, "-r --show-plan deploy.txt")) {
            tasker.await("Run this plan?");
            tasker.type("n\n");
            assertThat(tasker.screen().screen())
                    .contains("Task 0: build1: echo hello [local]")
                    .contains("Not approved; nothing was run")
                    .endsWith("exit code 0\n");
        }
    }

    @Test
    @DisplayName("16.1 a run on a terminal writes the same log file as one whose output is piped")
    void logFile() throws Exception {
        // Members of a group that run at the same time end in any order.
        Files.writeString(directory.resolve("deploy.txt"), TASKS.replace("tasks=10,11,12", "tasks=11"));
        try (PseudoTerminal tasker = tasker(80, "-r deploy.txt")) {
            tasker.all();
        }
        String onTerminal = comparable(Files.readString(log()));
        for (String suffix : List.of(".log", ".txt", ".journal")) {
            for (Path file : new Commands(directory).files(suffix)) {
                Files.delete(file);
            }
        }
        Commands piped = new Commands(directory);
        piped.run("-r", "deploy.txt");
        assertThat(onTerminal).isEqualTo(comparable(piped.out()));
    }

    private static String comparable(String log) {
        return log.replaceAll("\\[[0-9: -]+]", "[time]")
                .replaceAll("deploy_[0-9_]+", "deploy_TS")
                .replaceAll("Run: [0-9a-f-]+", "Run: id")
                .replaceAll("[0-9.]+ s", "N s")
                .replaceAll("(?s)Slowest tasks:.*?\\[time] \\[INFO] Final", "Slowest: Final");
    }
}
