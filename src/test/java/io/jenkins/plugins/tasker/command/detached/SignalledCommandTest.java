package io.jenkins.plugins.tasker.command.detached;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.Commands;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands that a signal ends, with each shell of this machine as {@code /bin/sh}. {@code -Dtasker.aborts=500} aborts as many. */
@Timeout(300)
@DisabledOnOs(OS.WINDOWS)
class SignalledCommandTest {

    private static final int ABORTS = Integer.getInteger("tasker.aborts", 40);
    private static final int LONGEST_START_MICROS = 6000;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("io.jenkins.plugins.tasker.command.detached.Shells#names")
    @DisplayName("5.11 the exit code of a command that TERM ends is 143, whichever shell starts it")
    void exitCodeShouldBe128PlusTheSignal(String shell) throws Exception {
        try (DetachedCommandRunner runner = runner(shell)) {
            RunningCommand command =
                    runner.start(Shells.command("1.0", "sh", "-c", "kill -TERM $$"), OutputListener.NONE);

            assertThat(Commands.get(command.result()).exitCode()).isEqualTo(143);
        }
    }

    private DetachedCommandRunner runner(String shell) throws IOException {
        return new DetachedCommandRunner(
                directory, System.getenv(), Shells.control(directory), Shells.named(shell, directory));
    }

    /** Without ksh93, which then sometimes records 15, the number of the signal, as the exit status. */
    static Stream<String> shells() {
        return Shells.names().filter(name -> !name.equals("ksh"));
    }

    @ParameterizedTest
    @MethodSource("shells")
    @DisplayName("5.11 a command that is aborted while its shell starts it ends with 143, never with the 137 of KILL")
    void termShouldReachTheCommandAtEveryMomentOfItsStart(String shell) throws Exception {
        Random random = new Random(13);
        try (DetachedCommandRunner runner = runner(shell)) {
            Commands.get(runner.start(Shells.command("0", "true"), OutputListener.NONE)
                    .result());
            for (int i = 1; i <= ABORTS; i++) {
                RunningCommand command = runner.start(Shells.command(i + ".0", "sleep", "60"), OutputListener.NONE);
                LockSupport.parkNanos(1000L * random.nextInt(LONGEST_START_MICROS));
                command.terminate();

                assertThat(Commands.get(command.result()).exitCode())
                        .as("abort %d", i)
                        .isEqualTo(143);
            }
        }
    }
}
