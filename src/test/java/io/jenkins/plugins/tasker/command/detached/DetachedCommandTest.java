package io.jenkins.plugins.tasker.command.detached;

import static io.jenkins.plugins.tasker.command.Commands.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.Commands;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.UnknownEndException;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.process.ProcessStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class DetachedCommandTest {

    private static final Duration ENOUGH = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private Path control;
    private DetachedCommandRunner runner;

    @BeforeEach
    void open() throws IOException {
        control = Shells.control(directory);
        runner = another();
    }

    private DetachedCommandRunner another() throws IOException {
        return new DetachedCommandRunner(directory, System.getenv(), control);
    }

    @AfterEach
    void close() {
        runner.close();
    }

    private static Command command(Duration limit, String... argv) {
        return new Command("1.0.0.0", List.of(argv), limit, Map.of(), "");
    }

    private CommandResult run(String... argv) {
        return Commands.get(
                runner.start(command(ENOUGH, argv), OutputListener.NONE).result());
    }

    @Test
    @DisplayName("5.11 exit status and both outputs are those of the command")
    void exitStatusAndOutputShouldBeThoseOfTheCommand() {
        CommandResult result = run("/bin/sh", "-c", "echo out; echo err >&2; exit 7");

        assertThat(result.exitCode()).isEqualTo(7);
        assertThat(text(result.stdout())).isEqualTo("out\n");
        assertThat(text(result.stderr())).isEqualTo("err\n");
        assertThat(result.duration()).isPositive();
    }

    @Test
    @DisplayName("5.8 no shell interprets an argument")
    void argumentsShouldArriveAsTheyAre() {
        assertThat(text(run("printf", "%s|", "a b", "", "$HOME", "it's", "*", "é\n\"", "-n")
                        .stdout()))
                .isEqualTo("a b||$HOME|it's|*|é\n\"|-n|");
    }

    @Test
    void programShouldBeTheOneOnThePathAndNotABuiltInOfTheShell() {
        assertThat(text(run("echo", "a\\nb").stdout())).isEqualTo("a\\nb\n");
    }

    @Test
    @DisplayName("5.11 a signal is 128+n")
    void signalShouldBe128PlusItsNumber() {
        assertThat(run("/bin/sh", "-c", "kill -KILL $$").exitCode()).isEqualTo(137);
    }

    @Test
    void closeShouldDeleteTheDirectory() throws InterruptedException {
        run("true");
        assertThat(control).exists();

        runner.close();

        while (Files.exists(control)) {
            Thread.sleep(5);
        }
    }

    @Test
    void missingProgramShouldBe127() {
        CommandResult result = run("no-such-program-here");

        assertThat(result.exitCode()).isEqualTo(127);
        assertThat(text(result.stderr())).contains("was not found on PATH");
    }

    @Test
    @DisplayName("5.12 the time limit ends a command with all its descendants, even if they ignore TERM")
    void timeLimitShouldEndTheWholeTree() throws Exception {
        Path pid = directory.resolve("grandchild");
        String script = "trap '' TERM; (setsid sleep 300 & echo $! >" + pid + "); echo up; sleep 300";

        CommandResult result = endedByItsLimit(Duration.ofMillis(500), "/bin/sh", "-c", script);

        assertThat(result.exitCode()).isEqualTo(124);
        assertThat(result.timedOut()).isTrue();
        assertThat(text(result.stdout())).isEqualTo("up\n");
        assertThat(text(result.stderr())).matches("tasker: time limit of [0-9.]+ s exceeded, command terminated\n");
        assertThat(ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                        .filter(ProcessStatus::isRunning))
                .isEmpty();
    }

    /** Doubles the limit until the command prints something: on a busy machine half a second may be too short. */
    private CommandResult endedByItsLimit(Duration limit, String... argv) {
        Command command = new Command("limit-" + limit.toMillis(), List.of(argv), limit, Map.of(), "");
        CommandResult result =
                Commands.get(runner.start(command, OutputListener.NONE).result());
        return result.stdout().isBlank() ? endedByItsLimit(limit.multipliedBy(2), argv) : result;
    }

    @Test
    @DisplayName("5.10 what a background process prints at once belongs to the output")
    void outputOfABackgroundProcessShouldNotBeLost() {
        assertThat(text(run("/bin/sh", "-c", "(sleep 0.5; echo late) & echo early")
                        .stdout()))
                .isEqualTo("early\nlate\n");
    }

    @Test
    void commandShouldNotWaitForABackgroundProcessWithRedirectedOutput() {
        CommandResult result = run("/bin/sh", "-c", "sleep 20 >/dev/null 2>&1 & echo $!");

        assertThat(result.duration()).isLessThan(Duration.ofSeconds(10));
        ProcessHandle.of(Long.parseLong(text(result.stdout()).strip())).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void listenerShouldReceiveOutputWhileTheCommandRuns() throws Exception {
        CountDownLatch received = new CountDownLatch(1);
        Path go = directory.resolve("go");
        RunningCommand running = runner.start(
                command(ENOUGH, "/bin/sh", "-c", "echo up; until [ -e " + go + " ]; do sleep 0.02; done; echo down"),
                (stream, text) -> received.countDown());

        received.await();
        assertThat(running.result()).isNotDone();
        Files.createFile(go);

        assertThat(text(Commands.get(running.result()).stdout())).isEqualTo("up\ndown\n");
    }

    @Test
    void reattachingShouldReturnAllOutput() throws Exception {
        Path go = directory.resolve("go");
        Command command = command(
                ENOUGH, "/bin/sh", "-c", "echo up; until [ -e " + go + " ]; do sleep 0.02; done; echo down; exit 3");
        CountDownLatch received = new CountDownLatch(1);
        runner.start(command, (stream, text) -> received.countDown());
        received.await();
        runner.detach();

        try (DetachedCommandRunner next = another()) {
            RunningCommand again = next.reattach(command, OutputListener.NONE);
            Files.createFile(go);

            CommandResult result = Commands.get(again.result());
            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(text(result.stdout())).isEqualTo("up\ndown\n");
        }
    }

    @Test
    void reattachingShouldStartACommandThatNeverStartedExactlyOnce() throws Exception {
        Command command = command(ENOUGH, "/bin/sh", "-c", "echo x >>count");

        try (DetachedCommandRunner next = another()) {
            assertThat(Commands.get(next.reattach(command, OutputListener.NONE).result())
                            .exitCode())
                    .isZero();
            // submitted again by a session that does not know
            Commands.get(runner.start(command, OutputListener.NONE).result());
        }
        assertThat(directory.resolve("count")).hasContent("x");
    }

    @Test
    @DisplayName("5.12 the time limit counts from the start, even after a session has reattached")
    void timeLimitShouldCountFromTheStartAfterReattaching() throws Exception {
        Command command = command(Duration.ofSeconds(1), "/bin/sh", "-c", "sleep 300");
        runner.start(command, OutputListener.NONE);
        while (!Files.exists(control.resolve(command.id() + ".pid"))) {
            Thread.onSpinWait();
        }
        runner.detach();

        try (DetachedCommandRunner next = another()) {
            CommandResult result =
                    Commands.get(next.reattach(command, OutputListener.NONE).result());

            assertThat(result.exitCode()).isEqualTo(124);
            assertThat(text(result.stderr())).contains("time limit of 1 s exceeded");
        }
    }

    @Test
    @DisplayName("17.1 a session that has reattached can terminate the command")
    void reattachedCommandShouldBeTerminated() throws Exception {
        Command command = command(ENOUGH, "/bin/sh", "-c", "echo up; exec sleep 300");
        started(command);

        try (DetachedCommandRunner next = another()) {
            RunningCommand again = next.reattach(command, OutputListener.NONE);
            again.terminate();

            assertThat(Commands.get(again.result()).exitCode()).isEqualTo(143);
        }
    }

    private void started(Command command) throws InterruptedException {
        CountDownLatch received = new CountDownLatch(1);
        runner.start(command, (stream, text) -> received.countDown());
        received.await();
        runner.detach();
    }

    @Test
    void resultShouldBeUnknownIfTheMonitorWasKilled() throws Exception {
        Command command = command(ENOUGH, "/bin/sh", "-c", "echo up; exec sleep 300");
        started(command);
        ProcessHandle shell = new ControlDirectory(control)
                .last(command)
                .process(new ControlDirectory(control).mark(command))
                .orElseThrow();
        List<ProcessHandle> children = shell.descendants().toList();
        shell.destroyForcibly();
        shell.onExit().join();

        try (DetachedCommandRunner next = another()) {
            CompletableFuture<CommandResult> result =
                    next.reattach(command, OutputListener.NONE).result();

            assertThatThrownBy(result::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownEndException.class)
                    .hasMessageContaining("its monitor was killed before it recorded an exit status");
        } finally {
            children.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
