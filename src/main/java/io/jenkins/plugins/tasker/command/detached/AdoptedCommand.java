package io.jenkins.plugins.tasker.command.detached;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.process.LocalResultFactory;
import io.jenkins.plugins.tasker.command.process.ProcessStatus;
import io.jenkins.plugins.tasker.command.process.Termination;
import io.jenkins.plugins.tasker.command.process.Terminator;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A detached command that was started by a process that is gone. Nobody is told of its end, so somebody must
 * {@link #look()}.
 *
 * <pre>
 * STARTING --(its number is there)--> RUNNING --(its end is there)-----------------> ENDED
 *     |--(nothing comes)--> UNKNOWN      |--(its shell is gone, no end is there)--> UNKNOWN
 *                                        |--(time limit, terminate, kill)---------> ENDED, when all its processes are gone
 * </pre>
 */
final class AdoptedCommand extends DetachedCommand {

    /** How long the first sign of a command may take whose start was under way. */
    private static final Duration STARTING = Duration.ofSeconds(3);

    private static final Duration TELLING = Duration.ofSeconds(1);

    private static final int SIGNALLED = 128;
    private static final int TERM = 15;
    private static final int KILL = 9;

    private final String mark;
    private final Terminator terminator;
    private final long adopted = System.nanoTime();
    private Termination termination;
    private long goneSince;
    private boolean terminateAfterStart;
    private boolean killed;
    private boolean timedOut;
    private boolean terminated;

    AdoptedCommand(Command command, ControlFiles files, OutputListener listener, String mark, Terminator terminator) {
        super(command, files, listener);
        this.mark = mark;
        this.terminator = terminator;
    }

    @Override
    boolean isWatched() {
        return true;
    }

    @Override
    synchronized void look() throws IOException {
        super.look();
        Optional<ProcessHandle> shell = files.process(mark);
        // in this order: whoever is gone has told its end before
        Optional<Integer> exitCode = files.exitCode();
        boolean inTermination = termination != null && !terminated;
        if (result().isDone() || inTermination) {
            return;
        }
        if (exitCode.isPresent() && !terminated && running().compareTo(command.timeLimit()) < 0 && files.isHeld()) {
            // background processes belong to the command as long as they hold its output
            return;
        }
        if (exitCode.isPresent()) {
            boolean late = timedOut || files.isTimedOut() || files.duration().compareTo(command.timeLimit()) >= 0;
            ended(late ? CommandResult.OUT_OF_TIME : exitCode.get(), late, files.duration(), message(late));
        } else if (terminated) {
            int code = timedOut ? CommandResult.OUT_OF_TIME : SIGNALLED + (killed ? KILL : TERM);
            ended(code, timedOut, running(), message(timedOut));
        } else if (shell.isPresent()) {
            watch(shell.get());
        } else if (files.start().isPresent()) {
            gone();
        } else if (System.nanoTime() - adopted > STARTING.toNanos()) {
            unknown("it was about to be started, and left no sign that it was");
        }
    }

    /** Whoever has started the shell, and ended it by force, tells so a moment later if it lives. */
    private void gone() {
        long now = System.nanoTime();
        if (goneSince == 0) {
            goneSince = now;
        } else if (now - goneSince > TELLING.toNanos()) {
            unknown("whoever was to tell of its end was ended by force");
        }
    }

    private void watch(ProcessHandle shell) throws IOException {
        boolean late = running().compareTo(command.timeLimit()) >= 0;
        if (late || terminateAfterStart) {
            timedOut = late && !terminateAfterStart;
            termination = new Termination(shell, () -> ProcessStatus.isRunning(shell), mark, this::terminated);
            if (killed) {
                termination.kill();
            }
            terminator.begin(termination);
        }
    }

    private Duration running() throws IOException {
        return files.start()
                .map(start -> Duration.between(start, Instant.now()))
                .orElse(Duration.ZERO);
    }

    private Optional<String> message(boolean late) {
        return late ? Optional.of(LocalResultFactory.timeLimitExceeded(command)) : Optional.empty();
    }

    private synchronized void terminated() {
        terminated = true;
    }

    @Override
    public synchronized void terminate() {
        terminateAfterStart = true;
    }

    @Override
    public synchronized void kill() {
        terminateAfterStart = true;
        killed = true;
        if (termination != null) {
            termination.kill();
            terminator.hurry();
        }
    }
}
