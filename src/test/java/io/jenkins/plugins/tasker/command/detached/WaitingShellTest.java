package io.jenkins.plugins.tasker.command.detached;

import static io.jenkins.plugins.tasker.command.Commands.text;
import static io.jenkins.plugins.tasker.command.detached.Shells.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.UnknownEndException;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
@DisplayName("One waiting shell starts all commands")
class WaitingShellTest {

    /** The monitor of the version before. */
    private static final String EARLIER = "trap : HUP INT; set -C; echo $$ >\"$0.pid\" || exit 126; "
            + "(exec 9>&1 >\"$0.out\" 2>\"$0.err\"; exec \"$@\"); echo $? >\"$0.end\"";

    @TempDir
    private Path directory;

    private final List<ShellLauncher.Shell> shells = new CopyOnWriteArrayList<>();

    private Path control() {
        return Shells.control(directory);
    }

    private DetachedCommandRunner runner(ShellLauncher launcher) throws IOException {
        return new DetachedCommandRunner(directory, System.getenv(), control(), launcher);
    }

    private static CommandResult run(DetachedCommandRunner runner, Command command) throws Exception {
        return end(runner.start(command, OutputListener.NONE));
    }

    private static CommandResult end(RunningCommand command) throws Exception {
        return command.result().get(60, TimeUnit.SECONDS);
    }

    private static Stream<String> shells() {
        return Shells.names();
    }

    @ParameterizedTest(name = "of {0}, with their status, outputs, variables and directory")
    @MethodSource("shells")
    void everyShell(String name) throws Exception {
        try (DetachedCommandRunner runner = runner(Shells.named(name, directory.resolve("links")))) {
            for (int i = 0; i < 50; i++) {
                String script = "echo \"$V|$IFS|${PWD##*/}\"; echo err >&2; cat; exit " + i;
                Command command = new Command(
                        "c" + i,
                        List.of("/bin/sh", "-c", script),
                        Duration.ofSeconds(60),
                        Map.of("V", "a'b\n" + i, "p", "$(x)"),
                        "");
                CommandResult result = run(runner, command);

                assertThat(result.exitCode()).isEqualTo(i);
                assertThat(text(result.stdout())).isEqualTo("a'b\n" + i + "| \t\n|" + directory.getFileName() + "\n");
                assertThat(text(result.stderr())).isEqualTo("err\n");
            }
        }
    }

    @ParameterizedTest(name = "of {0}, which end with their background processes")
    @MethodSource("shells")
    void background(String name) throws Exception {
        try (DetachedCommandRunner runner = runner(Shells.named(name, directory.resolve("links")))) {
            String held = "(sleep 0.5; echo late) & echo early";
            assertThat(text(run(runner, command("1", "/bin/sh", "-c", held)).stdout()))
                    .isEqualTo("early\nlate\n");

            String free = "sleep 20 >/dev/null 2>&1 & echo $!";
            CommandResult result = run(runner, command("2", "/bin/sh", "-c", free));
            assertThat(result.duration()).isLessThan(Duration.ofSeconds(15));
            ProcessHandle.of(Long.parseLong(text(result.stdout()).strip())).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    @DisplayName("through files where no FIFO can be made")
    void withoutFifos() throws Exception {
        try (DetachedCommandRunner runner = runner(Shells.withoutFifos(directory.resolve("programs")))) {
            for (int i = 0; i < 3; i++) {
                CommandResult result = run(runner, command("c" + i, "/bin/sh", "-c", "echo " + i + "; exit " + i));
                assertThat(result.exitCode()).isEqualTo(i);
                assertThat(text(result.stdout())).isEqualTo(i + "\n");
            }
            assertThat(control().toFile().list()).noneMatch(name -> name.endsWith(".orders"));
        }
    }

    @Test
    @DisplayName("that outlive a killed shell; the next one starts through another")
    void killedShell() throws Exception {
        try (DetachedCommandRunner runner = runner(Shells.recorded(shells))) {
            RunningCommand running = runner.start(
                    command("1", "/bin/sh", "-c", "touch up; until [ -e go ]; do sleep 0.02; done; echo done; exit 5"),
                    OutputListener.NONE);
            await(directory.resolve("up"));
            shells.get(0).kill();
            shells.get(0).ended().join();

            assertThat(run(runner, command("2", "/bin/sh", "-c", "exit 6")).exitCode())
                    .isEqualTo(6);
            assertThat(running.result()).isNotDone();
            Files.createFile(directory.resolve("go"));
            CommandResult result = end(running);

            assertThat(result.exitCode()).isEqualTo(5);
            assertThat(text(result.stdout())).isEqualTo("done\n");
            assertThat(shells).hasSize(2);
        }
    }

    @Test
    @DisplayName("each once, although shells are killed again and again")
    void killedRepeatedly() throws Exception {
        try (DetachedCommandRunner runner = runner(Shells.recorded(shells))) {
            List<RunningCommand> commands = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                commands.add(runner.start(
                        command("c" + i, "/bin/sh", "-c", "echo " + i + " >>ran; exit " + i), OutputListener.NONE));
                if (i % 20 == 10) {
                    commands.subList(0, i - 5)
                            .forEach(earlier -> earlier.result().join());
                    shells.get(shells.size() - 1).kill();
                }
            }
            for (int i = 0; i < 100; i++) {
                assertThat(end(commands.get(i)).exitCode()).isEqualTo(i);
            }
            List<String> ran = Files.readAllLines(directory.resolve("ran"));
            assertThat(ran).hasSize(100).doesNotHaveDuplicates();
        }
    }

    @Test
    @DisplayName("and knows the exit status of a monitor that was killed")
    void killedMonitor() throws Exception {
        try (DetachedCommandRunner runner = runner(ShellLauncher.LOCAL)) {
            RunningCommand running =
                    runner.start(command("1", "/bin/sh", "-c", "touch up; exec sleep 1"), OutputListener.NONE);
            await(directory.resolve("up"));
            long monitor =
                    Long.parseLong(Files.readString(control().resolve("1.pid")).strip());
            ProcessHandle.of(monitor).orElseThrow().destroyForcibly();

            assertThat(end(running).exitCode()).isEqualTo(137);
        }
    }

    @Test
    @DisplayName("whose results are unknown if their control directory was removed; later ones start nevertheless")
    void removedDirectory() throws Exception {
        try (DetachedCommandRunner runner = runner(ShellLauncher.LOCAL)) {
            RunningCommand running =
                    runner.start(command("1", "/bin/sh", "-c", "touch up; exec sleep 1"), OutputListener.NONE);
            await(directory.resolve("up"));
            for (File file : control().toFile().listFiles()) {
                file.delete();
            }
            Files.delete(control());

            assertThat(text(run(runner, command("2", "echo", "a")).stdout())).isEqualTo("a\n");
            assertThatThrownBy(() -> end(running))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownEndException.class)
                    .hasMessageContaining("its output cannot be read");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @DisplayName("with their own status when a full disk takes neither outputs nor ends")
    void fullDisk() throws Exception {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        assumeTrue(
                new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=64k", "none", disk.toString())
                                .start()
                                .waitFor()
                        == 0,
                "only root can mount a file system");
        try (DetachedCommandRunner runner = new DetachedCommandRunner(
                directory, System.getenv(), disk.resolve(control().getFileName()))) {
            String fill = "touch up; until [ -e full ]; do sleep 0.02; done; exit 7";
            RunningCommand running = runner.start(command("1", "/bin/sh", "-c", fill), OutputListener.NONE);
            await(directory.resolve("up"));
            new ProcessBuilder("dd", "if=/dev/zero", "of=" + disk.resolve("all"), "bs=1k")
                    .start()
                    .waitFor();
            Files.createFile(directory.resolve("full"));

            assertThat(end(running).exitCode()).isEqualTo(7);
            CommandResult refused = run(runner, command("2", "true"));
            assertThat(refused.exitCode()).isEqualTo(126);
            assertThat(text(refused.stderr())).contains("its control files cannot be written in " + disk);
            Files.delete(disk.resolve("all"));
            assertThat(run(runner, command("3", "true")).exitCode()).isZero();
        } finally {
            new ProcessBuilder("umount", "-l", disk.toString()).start().waitFor();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @DisplayName("with a few open files for 1000 at once")
    void thousandAtOnce() throws Exception {
        try (DetachedCommandRunner runner = runner(ShellLauncher.LOCAL)) {
            run(runner, command("first", "true"));
            int before = new File("/proc/self/fd").list().length;
            List<RunningCommand> commands = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                commands.add(runner.start(command("c" + i, "sleep", "1"), OutputListener.NONE));
            }
            int most = 0;
            for (RunningCommand command : commands) {
                while (!command.result().isDone()) {
                    most = Math.max(most, new File("/proc/self/fd").list().length);
                    Thread.sleep(10);
                }
                assertThat(end(command).exitCode()).isZero();
            }
            assertThat(most).isLessThan(before + 50);
        }
    }

    @Test
    @DisplayName("and leaves no files when its session detaches and its last command ends")
    void detached() throws Exception {
        DetachedCommandRunner runner = runner(Shells.recorded(shells));
        RunningCommand running = runner.start(
                command("1", "/bin/sh", "-c", "until [ -e go ]; do sleep 0.02; done"), OutputListener.NONE);
        await(control().resolve("1.pid"));
        runner.detach();
        assertThat(shells.get(0).ended()).isNotDone();
        Files.createFile(directory.resolve("go"));
        end(running);

        shells.get(0).ended().join();
    }

    @Test
    @DisplayName("and a run that the version before began is reattached")
    void earlierVersion() throws Exception {
        runner(ShellLauncher.LOCAL).detach();
        Process monitor = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        EARLIER,
                        control().resolve("1").toString(),
                        "/bin/sh",
                        "-c",
                        "echo up; until [ -e go ]; do sleep 0.02; done; exit 3")
                .directory(directory.toFile())
                .start();
        await(control().resolve("1.out"));
        try (DetachedCommandRunner next = runner(ShellLauncher.LOCAL)) {
            RunningCommand running = next.reattach(command("1", "unused"), OutputListener.NONE);
            Files.createFile(directory.resolve("go"));

            CommandResult result = end(running);
            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(text(result.stdout())).isEqualTo("up\n");
        }
        monitor.waitFor();
    }

    private static void await(Path file) {
        while (!Files.exists(file)) {
            Thread.onSpinWait();
        }
    }
}
