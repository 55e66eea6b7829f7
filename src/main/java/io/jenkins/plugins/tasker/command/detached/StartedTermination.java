package io.jenkins.plugins.tasker.command.detached;

import io.jenkins.plugins.tasker.command.process.ProcessStatus;
import io.jenkins.plugins.tasker.command.process.Termination;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** Ends a {@link StartedCommand} by force. Its monitor may not have started it yet. */
final class StartedTermination {

    /** Checks for the number of a monitor that has just been started. */
    private static final int CHECKS_OF_START = 100;

    private static final long START_CHECK_MILLIS = 10;

    private final StartedCommand command;
    private final String mark;
    private final WaitingShells shells;
    private final Runnable done;

    private Optional<ProcessHandle> monitor = Optional.empty();
    private Termination termination;
    private int startChecks;
    private boolean prevented;
    private boolean killed;

    /** @param done called when all processes of the command have ended or cannot be killed */
    StartedTermination(StartedCommand command, String mark, WaitingShells shells, Runnable done) {
        this.command = command;
        this.mark = mark;
        this.shells = shells;
        this.done = done;
    }

    /**
     * Sends the first signals, or prevents the start.
     *
     * @param late whether the time limit ends the command
     */
    void begin(boolean late) {
        shells.afterMillis(0, () -> {
            if (late) {
                recordTimeLimit();
            }
            find();
        });
    }

    private void recordTimeLimit() {
        try {
            command.files().recordTimeLimit();
        } catch (IOException e) {
            // a session that reattaches compares the duration with the limit
        }
    }

    private void find() {
        try {
            if (!command.isReported()) {
                prevented |= Files.isDirectory(command.files().directory())
                        && command.files().fence();
                if (!prevented && command.files().pid().isEmpty() && startChecks++ < CHECKS_OF_START) {
                    shells.afterMillis(START_CHECK_MILLIS, this::find);
                    return;
                }
                monitor = command.files().process(mark);
            }
        } catch (IOException | RuntimeException e) {
            // the marks name the processes
        }
        Termination found = monitor.map(process -> Termination.ofMonitor(process, mark, done))
                .orElseGet(() -> new Termination(mark, done));
        synchronized (this) {
            termination = found;
            if (killed) {
                found.kill();
            }
        }
        shells.terminator().begin(found);
    }

    /** Requests KILL, without a grace period. */
    synchronized void kill() {
        killed = true;
        if (termination != null) {
            termination.kill();
        }
    }

    /** Whether the command has not started. A command whose files were deleted has processes nevertheless. */
    synchronized boolean hasPrevented() {
        return prevented && !termination.hasSignalled();
    }

    /** Whether TERM was not sufficient, or not permitted, and KILL was sent. */
    synchronized boolean isKilling() {
        return termination.isKilling();
    }

    /** Returns the process id of a monitor that could not be ended. */
    synchronized Optional<Long> stuck() {
        return monitor.filter(ProcessStatus::isRunning).map(ProcessHandle::pid);
    }
}
