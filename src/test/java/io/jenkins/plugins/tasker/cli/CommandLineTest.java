package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private static final String TWO_TASKS = "task=0\nhostname=h\ncommand=echo\narguments=@X@\nexec=local\nX=one\n"
            + "task=1\nhostname=h\ncommand=sleep\narguments=0\n";

    @TempDir
    Path directory;

    private Commands commands;

    @BeforeEach
    void file() throws IOException {
        commands = new Commands(directory);
        Files.writeString(directory.resolve("two.txt"), TWO_TASKS);
    }

    private int tasker(String... arguments) {
        return commands.run(arguments);
    }

    @Test
    @DisplayName("15.1 the file may come first, last or between the options")
    void positionOfTheFile() {
        assertThat(tasker("two.txt", "-r", "-t", "local")).isZero();
        assertThat(tasker("-r", "-t", "local", "two.txt")).isZero();
        assertThat(tasker("-r", "two.txt", "-t", "local")).isZero();
        assertThat(commands.out()).contains("Task 1: Executing [local]: sleep 0");
    }

    @Test
    @DisplayName("15.1 a value follows a long option after a space or =, and a long option may be shortened")
    void longOptions() {
        assertThat(tasker("--run", "--type=local", "two.txt")).isZero();
        assertThat(tasker("--run", "--type", "local", "two.txt")).isZero();
        assertThat(tasker("--ru", "--ty", "local", "--log-l", "ERROR", "two.txt"))
                .isZero();
        assertThat(commands.out()).doesNotContain("Executing");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "--skip two.txt",
                "--no-such-option two.txt",
                "two.txt three.txt",
                "-r",
                "-t pbrum two.txt",
                "-o soon two.txt",
                "--log-level LOUD two.txt",
                "--start-from abc two.txt",
                "--resume-from x two.txt",
                "--var 1X=2 two.txt",
                "--var X two.txt",
                "--vars missing.txt two.txt"
            })
    @DisplayName("15.1 a usage error ends with 2 and starts no command")
    void usage(String line) throws IOException {
        assertThat(tasker(line.split(" "))).isEqualTo(2);
        assertThat(commands.out()).doesNotContain("Task 0");
        assertThat(commands.err() + commands.out()).isNotBlank();
    }

    @Test
    @DisplayName("15.1 the message about a mistyped option suggests the similar one")
    void suggestion() {
        tasker("--show-plam", "two.txt");
        assertThat(commands.err()).contains("--show-plan");
    }

    @Test
    @DisplayName("15.1 -h shows all options of the user's document and ends with 0")
    void help() {
        assertThat(tasker("-h")).isZero();
        assertThat(commands.out())
                .contains(
                        "-r, --run",
                        "-l, --log-dir",
                        "--log-level",
                        "-t, --type",
                        "-o, --timeout",
                        "-c, --connection-test",
                        "-p, --project",
                        "--start-from",
                        "--skip-task-validation",
                        "--skip-host-validation",
                        "--skip-validation",
                        "--validate-only",
                        "--show-plan",
                        "-d, --debug");
    }

    @Test
    @DisplayName("15.5 without -r no command starts")
    void dryRun() {
        assertThat(tasker("two.txt", "-t", "local")).isZero();
        assertThat(commands.out()).contains("Task 0: [DRY RUN] Would execute: echo one");
    }

    @Test
    @DisplayName("4.1 -t overrides TASK_EXECUTOR_TYPE, which overrides pbrun")
    void executionType() {
        commands.environment.put("TASK_EXECUTOR_TYPE", "p7s");
        tasker("two.txt", "--skip-host-validation");
        assertThat(commands.out()).contains("Task 1: [DRY RUN] Would execute: p7s h sleep 0");
        tasker("two.txt", "-t", "local");
        assertThat(commands.out()).contains("Task 1: [DRY RUN] Would execute: sleep 0");
        commands.environment.remove("TASK_EXECUTOR_TYPE");
        tasker("two.txt", "--skip-host-validation");
        assertThat(commands.out()).contains("Task 1: [DRY RUN] Would execute: pbrun -n -h h sleep 0");
    }

    @Test
    @DisplayName("4.2 an empty environment variable is ignored, and so is a bad one if there is an option")
    void environment() {
        commands.environment.put("TASK_EXECUTOR_TIMEOUT", "");
        assertThat(tasker("two.txt", "--skip-host-validation")).isZero();
        commands.environment.put("TASK_EXECUTOR_TYPE", "ssch");
        assertThat(tasker("two.txt", "-t", "local")).isZero();
    }

    @Test
    @DisplayName("4.3 an unknown type in the environment ends with 51, a time limit that is not a number with 52")
    void badEnvironment() {
        commands.environment.put("TASK_EXECUTOR_TYPE", "ssch");
        assertThat(tasker("two.txt")).isEqualTo(51);
        commands.environment.put("TASK_EXECUTOR_TYPE", "local");
        commands.environment.put("TASK_EXECUTOR_TIMEOUT", "soon");
        assertThat(tasker("two.txt")).isEqualTo(52);
        assertThat(commands.err()).contains("TASK_EXECUTOR_TIMEOUT").contains("soon");
    }

    @Test
    @DisplayName("4.4 a time limit outside 5-1000 is clamped with a warning")
    void timeLimit() {
        assertThat(tasker("two.txt", "-t", "local", "-o", "3")).isZero();
        assertThat(commands.out()).contains("[WARN] time limit 3 (option -o) is outside 5-1000; 5 s is used");
    }

    @Test
    @DisplayName("2.12 --var and --vars override the task file")
    void variables() throws IOException {
        tasker("two.txt", "-t", "local", "--var", "X=two words");
        assertThat(commands.out()).contains("Would execute: echo two words");
        Files.writeString(directory.resolve("vars.txt"), "# for tests\nX=from file\n");
        tasker("two.txt", "-t", "local", "--vars", "vars.txt");
        assertThat(commands.out()).contains("Would execute: echo from file");
    }

    @Test
    @DisplayName("2.12 the value of --var is one line, as in a task file")
    void variableOfSeveralLines() {
        assertThat(tasker("two.txt", "-t", "local", "--var", "X=1\ntask=7")).isEqualTo(2);
        assertThat(commands.err()).contains("the value of X holds a line break");
    }

    @Test
    @DisplayName("15.8 --start-from with an undefined id ends with 12 and lists the ids")
    void startFrom() {
        assertThat(tasker("two.txt", "-t", "local", "--start-from=7", "--skip-validation"))
                .isEqualTo(12);
        assertThat(commands.out()).contains("[0, 1]");
        assertThat(tasker("two.txt", "-t", "local", "--start-from=1")).isZero();
        assertThat(commands.out()).doesNotContain("Task 0:").contains("Task 1:");
    }

    @Test
    @DisplayName("18 a missing file ends with 30, a directory with 31, a file without read permission with 33")
    void unreadableFile() throws IOException {
        assertThat(tasker("missing.txt")).isEqualTo(30);
        assertThat(commands.out()).contains("missing.txt does not exist");
        Files.createDirectory(directory.resolve("dir.txt"));
        assertThat(tasker("dir.txt")).isEqualTo(31);
        if (!System.getProperty("user.name").equals("root")) {
            Files.setPosixFilePermissions(directory.resolve("two.txt"), PosixFilePermissions.fromString("---------"));
            assertThat(tasker("two.txt")).isEqualTo(33);
        }
    }

    @Test
    @DisplayName("2.1 malformed UTF-8 ends with 31 and names the line")
    void malformedUtf8() throws IOException {
        Files.write(directory.resolve("bad.txt"), "task=0\ncommand=caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(tasker("bad.txt")).isEqualTo(31);
        assertThat(commands.out()).contains("line 2: not UTF-8");
    }

    @Test
    @DisplayName("2.1 a binary file and a file of 100 MB end with 31")
    void notATaskFile() throws IOException {
        Files.write(directory.resolve("binary.txt"), new byte[] {'a', '\n', 0, 1, 2});
        assertThat(tasker("binary.txt")).isEqualTo(31);
        assertThat(commands.out()).contains("line 2: holds a NUL character");
        try (var file =
                new java.io.RandomAccessFile(directory.resolve("huge.txt").toFile(), "rw")) {
            file.setLength(100L * 1024 * 1024);
        }
        assertThat(tasker("huge.txt")).isEqualTo(31);
        assertThat(commands.out()).contains("is larger than 16 MiB");
    }

    @Test
    @DisplayName("2.1, 2.2 a byte order mark and CRLF are accepted")
    void byteOrderMark() throws IOException {
        Files.writeString(directory.resolve("bom.txt"), "\uFEFF" + TWO_TASKS.replace("\n", "\r\n"));
        assertThat(tasker("-r", "bom.txt", "-t", "local")).isZero();
        assertThat(commands.out()).contains("Task 0: STDOUT: one");
    }

    @Test
    @DisplayName("16.5 log, copy and record share a name that is unique to the run")
    void files() throws IOException {
        tasker("-r", "two.txt", "-t", "local");
        tasker("-r", "two.txt", "-t", "local");
        assertThat(commands.files(".log"))
                .filteredOn(file -> file.getFileName().toString().startsWith("two"))
                .hasSize(2);
        assertThat(commands.files(".txt"))
                .hasSize(2)
                .allSatisfy(copy -> assertThat(copy).hasContent(TWO_TASKS));
        assertThat(commands.files(".journal")).hasSize(2);
        assertThat(commands.files(".log").get(0).getFileName().toString()).matches("two_\\d{8}_\\d{6}(_\\d+)?\\.log");
    }

    @Test
    @DisplayName("16.1 the log file has the same lines as stdout")
    void logFile() throws IOException {
        tasker("-r", "two.txt", "-t", "local");
        assertThat(commands.files(".log").get(0)).hasContent(commands.out());
    }

    @Test
    @DisplayName("16.5 a dry run writes no record")
    void noRecord() throws IOException {
        tasker("two.txt", "-t", "local");
        assertThat(commands.files(".journal")).isEmpty();
    }

    @Test
    @DisplayName("16.5 a log directory that cannot be created ends with 32")
    void logDirectory() {
        assertThat(tasker("two.txt", "-l", "two.txt")).isEqualTo(32);
        assertThat(commands.err()).contains("two.txt cannot be used").contains("-l");
    }

    @Test
    @DisplayName("16.1 --stream shows each line of output when it arrives, after the label of its task")
    void stream() throws IOException {
        Files.writeString(
                directory.resolve("talk.txt"),
                "task=0\nhostname=h\nexec=local\ncommand=printf\narguments='a\\nb\\nrest'\n");
        tasker("-r", "--stream", "talk.txt");
        assertThat(commands.out())
                .contains("Task 0 | a\n")
                .contains("Task 0 | b\n")
                .contains("Task 0 | rest\n");
    }
}
