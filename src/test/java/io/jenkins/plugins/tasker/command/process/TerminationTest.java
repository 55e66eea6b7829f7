package io.jenkins.plugins.tasker.command.process;

import static io.jenkins.plugins.tasker.command.Commands.get;
import static io.jenkins.plugins.tasker.command.Commands.resultOf;
import static io.jenkins.plugins.tasker.command.Commands.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.Commands;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("5.12 A command that is terminated")
class TerminationTest {

    private static final Duration WELL_BELOW_GRACE = Duration.ofMillis(1_500);

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

    /** A command with the first line of its output, which shows that it is ready and is often a process id. */
    private record Ready(RunningCommand command, CompletableFuture<String> line) implements OutputListener {

        @Override
        public void output(OutputStreamName stream, String text) {
            line.complete(text.strip());
        }

        ProcessHandle process() {
            return ProcessHandle.of(Long.parseLong(get(line))).orElseThrow();
        }
    }

    private Ready shell(String script) {
        Ready listener = new Ready(null, new CompletableFuture<>());
        Ready ready = new Ready(commands.start(listener, "/bin/sh", "-c", script), listener.line);
        get(ready.line);
        return ready;
    }

    private static boolean runs(ProcessHandle process) {
        return ProcessStatus.isRunning(process);
    }

    @Test
    @DisplayName("ends as soon as its processes have ended, with 143")
    void endsAtOnce() {
        Ready ready = shell("echo $$; exec sleep 300");
        ready.command.terminate();
        CommandResult result = resultOf(ready.command);

        assertThat(result.exitCode()).isEqualTo(143);
        assertThat(result.timedOut()).isFalse();
        assertThat(result.duration()).isLessThan(WELL_BELOW_GRACE);
    }

    @Test
    @DisplayName("has its own status if it handles TERM")
    void ownStatus() {
        Ready ready = shell("trap 'echo bye; exit 9' TERM; echo ready; while :; do sleep 0.01; done");
        ready.command.terminate();
        CommandResult result = resultOf(ready.command);

        assertThat(result.exitCode()).isEqualTo(9);
        assertThat(text(result.stdout())).isEqualTo("ready\nbye\n");
    }

    @Test
    @DisplayName("is killed after the grace period if it ignores TERM, with 137")
    void ignoresTerm() {
        Ready ready = shell("trap '' TERM; echo $$; while :; do sleep 0.1; done");
        ProcessHandle process = ready.process();
        ready.command.terminate();
        CommandResult result = resultOf(ready.command);

        assertThat(result.exitCode()).isEqualTo(137);
        assertThat(result.duration()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(10));
        assertThat(runs(process)).isFalse();
    }

    @Test
    @DisplayName("17.2 is killed at once by kill during the grace period")
    void killDuringGrace() {
        Ready ready = shell("trap '' TERM; echo $$; while :; do sleep 0.1; done");
        ready.command.terminate();
        ready.command.kill();
        CommandResult result = resultOf(ready.command);

        assertThat(result.exitCode()).isEqualTo(137);
        assertThat(result.duration()).isLessThan(WELL_BELOW_GRACE);
    }

    @Test
    @DisplayName("17.2 is killed without a grace period by kill alone")
    void kill() {
        Ready ready = shell("trap 'exit 9' TERM; echo ready; while :; do sleep 0.01; done");
        ready.command.kill();

        assertThat(resultOf(ready.command).exitCode()).isEqualTo(137);
    }

    @Test
    @DisplayName("ends with its children and grandchildren")
    void descendants() {
        Ready ready = shell("sh -c 'sh -c \"echo \\$\\$; exec sleep 300\"; true'; true");
        ProcessHandle grandchild = ready.process();
        ready.command.terminate();
        resultOf(ready.command);

        assertThat(runs(grandchild)).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @DisplayName("ends with daemons that have detached by a double fork and a new session")
    void daemons() {
        Ready ready = shell("(setsid sh -c 'echo $$; exec sleep 300 >/dev/null 2>&1' &); exec sleep 301");
        ProcessHandle daemon = ready.process();
        ready.command.terminate();
        resultOf(ready.command);

        assertThat(runs(daemon)).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @DisplayName("ends with processes that start during the grace period and ignore TERM")
    void startedDuringGrace() {
        String child = "trap '' TERM; setsid sh -c 'echo $$; exec sleep 300' & exit 0";
        Ready ready = shell("child() { " + child + "; }; trap child TERM; echo ready; while :; do sleep 0.01; done");
        ready.command.terminate();
        CommandResult result = resultOf(ready.command);
        String[] lines = text(result.stdout()).split("\n");

        assertThat(result.exitCode()).isZero();
        assertThat(lines).hasSize(2);
        assertThat(ProcessHandle.of(Long.parseLong(lines[1])).filter(TerminationTest::runs))
                .isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @DisplayName("ends with orphaned children that ignore TERM, even without an environment")
    void orphanedByTermination() {
        String child = "trap '' TERM; echo $$; while :; do sleep 0.1; done";
        Ready ready = shell("env -i /bin/sh -c \"" + child.replace("$", "\\$") + "\" & wait");
        ProcessHandle process = ready.process();
        ready.command.terminate();

        assertThat(resultOf(ready.command).exitCode()).isEqualTo(143);
        assertThat(runs(process)).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @DisplayName("ends even if a process that cannot be found holds its streams")
    void streamsHeld() {
        Ready ready = shell("(exec env -i setsid sh -c 'echo $$; exec sleep 20' &); exec sleep 300");
        ProcessHandle escaped = ready.process();
        try {
            ready.command.terminate();

            assertThat(resultOf(ready.command).duration()).isLessThan(Duration.ofSeconds(10));
            assertThat(runs(escaped)).isTrue();
        } finally {
            escaped.destroyForcibly();
        }
    }

    @Test
    @DisplayName("does not affect other commands")
    void othersLive() {
        Ready other = shell("echo $$; exec sleep 300");
        Ready ready = shell("echo $$; exec sleep 300");
        ready.command.terminate();
        resultOf(ready.command);

        assertThat(runs(other.process())).isTrue();
        assertThat(other.command.result()).isNotDone();
    }

    @Test
    @DisplayName("ends with the exit code of the signal if its process has not started")
    void beforeStart() {
        List<RunningCommand> started = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            started.add(commands.start("sleep", "300"));
            started.get(i).terminate();
        }

        assertThat(started).extracting(command -> resultOf(command).exitCode()).containsOnly(143);
    }

    @Test
    @DisplayName("keeps its result after its end")
    void afterEnd() {
        RunningCommand command = commands.start("true");
        CommandResult result = resultOf(command);
        command.terminate();
        command.kill();

        assertThat(resultOf(command)).isSameAs(result);
        assertThat(result.exitCode()).isZero();
    }

    @Test
    @DisplayName("ends when the runner closes; the closed runner starts no further command")
    void closingRunner() {
        Ready ready = shell("echo $$; exec sleep 300");
        ProcessHandle process = ready.process();
        commands.close();

        assertThat(ready.command.result()).isCompletedWithValueMatching(result -> result.exitCode() == 137);
        assertThat(runs(process)).isFalse();
        assertThat(commands.run("true").exitCode()).isEqualTo(126);
    }
}
