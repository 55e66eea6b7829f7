package io.jenkins.plugins.tasker.command;

import io.jenkins.plugins.tasker.command.output.Output;
import java.time.Duration;

/**
 * The end of a command (rule 5.11).
 *
 * @param exitCode 0-255: the status of the command, 128+n after signal n, 127 not found, 126 not started, 124 out of time
 * @param timedOut whether the time limit ended the command; the exit code is then 124
 * @param duration from start to end; zero if the command never started
 */
public record CommandResult(int exitCode, boolean timedOut, Output stdout, Output stderr, Duration duration) {

    public static final int OUT_OF_TIME = 124;
    public static final int NOT_STARTED = 126;
    public static final int NOT_FOUND = 127;

    private static final int TERMINATED = 128 + 15;
    private static final int KILLED = 128 + 9;

    /**
     * Returns the result of a command that never started.
     *
     * @param reason becomes the text on stderr
     */
    public static CommandResult notStarted(int exitCode, String reason) {
        return new CommandResult(exitCode, false, Output.EMPTY, Output.of(reason), Duration.ZERO);
    }

    /** Returns the result of a command that was ended before its start: the exit code of the signal. */
    public static CommandResult signalledBeforeStart(boolean kill) {
        return new CommandResult(signalled(kill), false, Output.EMPTY, Output.EMPTY, Duration.ZERO);
    }

    /**
     * Returns the exit code of a command that was ended by a signal.
     *
     * @param kill whether the signal was KILL, otherwise TERM
     */
    public static int signalled(boolean kill) {
        return kill ? KILLED : TERMINATED;
    }
}
