package io.jenkins.plugins.tasker.command.detached;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.Commands;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
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
class AbortedDetachedCommandTest {

    private static final Duration ENOUGH = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private DetachedCommandRunner runner;

    @BeforeEach
    void open() throws IOException {
        runner = another();
    }

    @AfterEach
    void close() {
        runner.close();
    }

    private DetachedCommandRunner another() throws IOException {
        return new DetachedCommandRunner(directory, System.getenv(), Shells.control(directory));
    }

    private static Command command(Duration limit, String... argv) {
        return new Command("1.0.0.0", List.of(argv), limit, Map.of(), "");
    }

    private void started(Command command) throws InterruptedException {
        CountDownLatch received = new CountDownLatch(1);
        runner.start(command, (stream, text) -> received.countDown());
        received.await();
        runner.detach();
    }

    @Test
    @DisplayName("5.11 an aborted command that ignores TERM ends with 137, also in a session that has reattached")
    void exitCodeOfKilledCommandShouldBe137() throws Exception {
        String[] deaf = {"/bin/sh", "-c", "trap '' TERM; echo up; while :; do sleep 0.1; done"};
        Command first = new Command("1.0.0.0", List.of(deaf), ENOUGH, Map.of(), "");
        Command second = new Command("2.0.0.0", List.of(deaf), ENOUGH, Map.of(), "");

        assertThat(aborted(first)).isEqualTo(137);
        started(second);
        try (DetachedCommandRunner next = another()) {
            RunningCommand again = next.reattach(second, OutputListener.NONE);
            again.terminate();

            assertThat(Commands.get(again.result()).exitCode()).isEqualTo(137);
        }
    }

    @Test
    @DisplayName("5.11 an aborted command that handles TERM ends with its own status")
    void exitCodeOfCommandThatHandlesTermShouldBeItsOwn() throws Exception {
        assertThat(aborted(command(
                        ENOUGH,
                        "/bin/sh",
                        "-c",
                        "trap 'echo bye; exit 9' TERM; echo up; while :; do sleep 0.01; done")))
                .isEqualTo(9);
    }

    @Test
    @DisplayName("5.11 an aborted command that TERM ends has 143, even if KILL ends a process that it left")
    void exitCodeOfTerminatedCommandShouldBe143() throws Exception {
        assertThat(aborted(command(ENOUGH, "/bin/sh", "-c", "echo up; exec sleep 300")))
                .isEqualTo(143);
        String orphan = "(trap '' TERM; while :; do sleep 0.1; done) & echo up; exec sleep 300";
        assertThat(aborted(new Command("2.0.0.0", List.of("/bin/sh", "-c", orphan), ENOUGH, Map.of(), "")))
                .isEqualTo(143);
    }

    @Test
    @DisplayName("5.11 a signal is 128+n where /bin/sh is ksh93, which records 256+n")
    void signalRecordedByKshShouldBe128PlusItsNumber() throws Exception {
        ControlFiles files = new ControlFiles(directory, "1.0.0.0");
        files.recordEnd(271);

        assertThat(files.exitCode()).hasValue(143);
    }

    @Test
    @DisplayName("5.12 a program that a command runs to clean up after TERM ends by itself")
    void programThatCleansUpShouldSurviveTerm() throws Exception {
        // a program that starts at once may be taken for one that TERM has missed
        String script = "trap 'sleep 0.2; sleep 1; echo clean; exit 9' TERM; echo up; while :; do sleep 0.01; done";
        CountDownLatch received = new CountDownLatch(1);
        RunningCommand running =
                runner.start(command(ENOUGH, "/bin/sh", "-c", script), (stream, text) -> received.countDown());
        received.await();
        running.terminate();

        assertThat(Commands.get(running.result()).stdout().head(100)).isEqualTo("up\nclean\n");
        assertThat(Commands.get(running.result()).duration()).isGreaterThan(Duration.ofSeconds(1));
    }

    private int aborted(Command command) throws InterruptedException {
        CountDownLatch received = new CountDownLatch(1);
        RunningCommand running = runner.start(command, (stream, text) -> received.countDown());
        received.await();
        running.terminate();
        return Commands.get(running.result()).exitCode();
    }
}
