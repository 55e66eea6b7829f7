package io.jenkins.plugins.tasker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends runs over fifty hosts in the middle, then repeats what is left with {@code --only-failed}. More kills, at other points:
 * {@code -Dtasker.kills=200 -Dtasker.seed=7}.
 */
@Timeout(600)
@DisabledOnOs(OS.WINDOWS)
class InterruptedFanOutTest {

    private static final Set<String> HOSTS =
            IntStream.rangeClosed(1, 50).mapToObj("web%02d"::formatted).collect(Collectors.toSet());

    @TempDir
    private Path root;

    private final Random random = new Random(Long.getLong("tasker.seed", 1));
    private Path directory;
    private Commands commands;
    private int runs;

    @BeforeEach
    void prepare() throws IOException {
        directory = Files.createDirectories(root.resolve("run" + ++runs));
        commands = new Commands(directory);
        // From the moment at which it ignores SIGTERM, the command reaches its end, and ends with 0.
        Files.writeString(directory.resolve("host.sh"), """
                echo "$1" >> begun
                if [ "$2" = "$1" ] && [ ! -e repaired ]; then sleep 60; fi
                sleep 0.0$(($$ % 5)) || exit 9
                trap '' TERM
                echo "$1" >> ended
                """);
        write("");
    }

    /** @param hanging the host on which the command does not end until it is repaired */
    private void write(String hanging, String... fields) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "task=0",
                "hostnames=web[01-50]",
                "exec=local",
                "command=sh",
                "arguments=host.sh @host@ '" + hanging + "'",
                "max_parallel=4"));
        lines.addAll(List.of(fields));
        lines.addAll(List.of("task=1", "hostname=h", "exec=local", "command=echo", "arguments=all @0_success_count@"));
        Files.write(directory.resolve("deploy.txt"), lines);
    }

    private List<String> lines(String file) throws IOException {
        Path path = directory.resolve(file);
        return Files.exists(path) ? Files.readAllLines(path) : List.of();
    }

    /** Starts the run in a process of its own, which returns when so many hosts have begun, and some milliseconds later. */
    private Process startUntil(int begun) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        TaskerMain.class.getName(),
                        "-r",
                        "deploy.txt")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("console").toFile());
        builder.environment().putAll(commands.environment);
        Process process = builder.start();
        while (process.isAlive() && lines("begun").size() < begun) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        TimeUnit.MILLISECONDS.sleep(random.nextInt(20));
        return process;
    }

    private int again(String... more) {
        List<String> line = new ArrayList<>(List.of("-r", "--resume-from=latest", "--start-from=0", "--only-failed"));
        line.addAll(List.of(more));
        line.add("deploy.txt");
        return commands.run(line.toArray(String[]::new));
    }

    private String shown() throws IOException {
        return "run " + runs + ":\n" + Files.readString(directory.resolve("console")) + commands.out() + commands.err();
    }

    /** Returns the hosts of a text such as {@code web[01-03,07]}. */
    private Set<String> expanded(String folded) {
        assertThat(commands.run("hosts", folded, "--lines")).as(folded).isZero();
        return commands.out().lines().collect(Collectors.toSet());
    }

    /** Repeats what is left; returns the hosts of which the command says that their end is unknown. */
    private Set<String> repeat() throws IOException {
        int exitCode = again();
        if (exitCode == 0) {
            return Set.of();
        }
        assertThat(exitCode).as(shown()).isEqualTo(2);
        String text = commands.out() + commands.err();
        assertThat(text).contains("the end of these members is unknown: ", "--rerun-unknown");
        Set<String> unknown =
                expanded(text.split("of these members is unknown: ", 2)[1].split("\\. Check", 2)[0]);
        assertThat(again("--rerun-unknown")).as(shown()).isZero();
        return unknown;
    }

    private void assertExactlyOnceExcept(Set<String> unknown) throws IOException {
        assertThat(commands.out()).as(shown()).contains("Task 1: STDOUT: all 50");
        List<String> ended = lines("ended");
        assertThat(ended).as(shown()).containsAll(HOSTS);
        assertThat(ended.stream().filter(host -> !unknown.contains(host)))
                .as("unknown: " + unknown + "\n" + shown())
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("19.14 after SIGKILL anywhere, each host has run to its end exactly once, or is named as unknown")
    void killed() throws Exception {
        int named = 0;
        for (int kill = Integer.getInteger("tasker.kills", 4); kill > 0; kill--) {
            prepare();
            Process process = startUntil(1 + random.nextInt(45));
            process.destroyForcibly().waitFor();
            assertThat(process.exitValue()).as(shown()).isEqualTo(137);
            Set<String> unknown = repeat();
            assertExactlyOnceExcept(unknown);
            assertThat(unknown).as("at most as many as run at once").hasSizeLessThanOrEqualTo(4);
            named += unknown.size();
        }
        assertThat(named).isPositive();
    }

    @Test
    @DisplayName("19.14 after SIGTERM, each host has run to its end exactly once")
    void terminated() throws Exception {
        Process process = startUntil(1 + random.nextInt(40));
        process.destroy();
        assertThat(process.waitFor()).as(shown()).isEqualTo(41);
        assertThat(again()).as(shown()).isZero();
        assertExactlyOnceExcept(Set.of());
    }

    @Test
    @DisplayName("19.14 a host that timed out runs again, and no other")
    void timedOut() throws Exception {
        write("web17", "timeout=2");
        assertThat(commands.run("-r", "deploy.txt")).as(commands.out()).isEqualTo(14);
        Files.createFile(directory.resolve("repaired"));
        assertThat(again()).as(commands.out()).isZero();
        assertThat(commands.out()).contains("Task 1: STDOUT: all 50");
        assertThat(lines("ended")).containsExactlyInAnyOrderElementsOf(HOSTS);
        assertThat(lines("begun")).hasSize(51);
    }
}
