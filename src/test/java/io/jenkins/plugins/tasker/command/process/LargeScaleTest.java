package io.jenkins.plugins.tasker.command.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.Commands;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.detached.ChildJvm;
import io.jenkins.plugins.tasker.command.output.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Tag("slow")
@EnabledOnOs(OS.LINUX)
@DisplayName("On a large scale")
class LargeScaleTest {

    private static final long LENGTH = 1_000_000_000;
    private static final int PROCESSES = 1_000;
    private static final int OWN_THREADS = 6;
    private static final long MEMORY_KB = 256 * 1024;

    @Test
    @DisplayName("5.10 a gigabyte on one line needs only a small heap")
    void gigabyte() throws Exception {
        assertThat(ChildJvm.run(Gigabyte.class, Map.of(), "-Xmx24m")).containsExactly(LENGTH + " true");
    }

    /** Prints the length of the output and whether it contains the end. */
    static final class Gigabyte {

        public static void main(String[] args) {
            try (Commands commands = Commands.in(Path.of("/"))) {
                String print = "head -c " + (LENGTH - 3) + " /dev/zero | tr '\\0' x; printf end";
                // no time limit: a busy machine needs long to write the output
                RunningCommand command = commands.startLimited(Duration.ofMinutes(10), "/bin/sh", "-c", print);
                try (Output output = Commands.resultOf(command).stdout()) {
                    System.out.println(output.length() + " " + output.contains("xend"));
                }
            }
        }
    }

    @Test
    @DisplayName("a thousand processes at once need six threads and little memory")
    void thousandProcesses() throws Exception {
        List<String> lines = ChildJvm.run(ThousandProcesses.class, Map.of(), "-Xmx128m");

        assertThat(Integer.parseInt(lines.get(0))).as("threads").isLessThanOrEqualTo(OWN_THREADS);
        assertThat(Long.parseLong(lines.get(1))).as("most memory, kB").isLessThan(MEMORY_KB);
        assertThat(lines.get(2)).as("all exit codes").isEqualTo("[0]");
    }

    /** Prints the number of Tasker's threads, the peak memory of this process in kB, and the exit codes. */
    static final class ThousandProcesses {

        public static void main(String[] args) throws IOException {
            try (Commands commands = Commands.in(Path.of("/"))) {
                List<CompletableFuture<CommandResult>> results = IntStream.range(0, PROCESSES)
                        .mapToObj(i -> commands.start("sleep", "2").result())
                        .toList();
                Commands.get(results.get(0));
                System.out.println(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().startsWith("tasker-"))
                        .count());
                List<Integer> exitCodes = results.stream()
                        .map(result -> Commands.get(result).exitCode())
                        .distinct()
                        .toList();
                System.out.println(Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .map(line -> line.replaceAll("[^0-9]", ""))
                        .findFirst()
                        .orElseThrow());
                System.out.println(exitCodes);
            }
        }
    }

    @Test
    @DisplayName("5.12 hundreds of commands are terminated together, not one after another")
    void hundredsTerminated() {
        try (Commands commands = Commands.in(Path.of("/"))) {
            List<RunningCommand> running = IntStream.range(0, 300)
                    .mapToObj(i -> commands.start("sleep", "300"))
                    .toList();
            Commands.resultOf(commands.start("true"));
            long start = System.nanoTime();
            running.forEach(RunningCommand::terminate);

            assertThat(running)
                    .extracting(command -> Commands.resultOf(command).exitCode())
                    .containsOnly(143);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    @DisplayName("commands wait for others to end at the limit of open files")
    void fewOpenFiles() throws Exception {
        String java = ProcessHandle.current().info().command().orElseThrow();
        String script = "ulimit -n 200; exec \"$0\" -cp \"$1\" \"$2\"";
        CommandResult result;
        try (Commands commands = Commands.in(Path.of("/"))) {
            result = commands.run("/bin/sh", "-c", script, java, ChildJvm.classPath(), FewOpenFiles.class.getName());
        }

        assertThat(Commands.text(result.stdout())).isEqualTo("[0]\n");
    }

    /** Runs more commands at once than the limit of open files permits, and prints their exit codes. */
    static final class FewOpenFiles {

        public static void main(String[] args) {
            try (Commands commands = Commands.in(Path.of("/"))) {
                List<RunningCommand> running = IntStream.range(0, 120)
                        .mapToObj(i -> commands.start("sleep", "0.5"))
                        .toList();
                System.out.println(running.stream()
                        .map(command -> Commands.resultOf(command).exitCode())
                        .distinct()
                        .toList());
            }
        }
    }

    @Test
    @DisplayName("with the locale C, arguments that Java would change are rejected")
    void localeC() throws Exception {
        assertThat(ChildJvm.run(Umlaut.class, Map.of("LC_ALL", "C")))
                .singleElement()
                .asString()
                .startsWith("126 tasker: ")
                .contains("LC_ALL=C.UTF-8");
    }

    /** Prints exit code and stderr of a command with a non-ASCII argument. */
    static final class Umlaut {

        public static void main(String[] args) {
            try (Commands commands = Commands.in(Path.of("/"))) {
                CommandResult result = commands.run("echo", "\u00e4");
                System.out.print(result.exitCode() + " " + Commands.text(result.stderr()));
            }
        }
    }
}
