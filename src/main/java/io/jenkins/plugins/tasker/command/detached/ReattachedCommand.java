package io.jenkins.plugins.tasker.command.detached;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.process.LocalResultFactory;
import io.jenkins.plugins.tasker.command.process.Termination;
import io.jenkins.plugins.tasker.command.process.Terminator;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A detached command that an earlier process started. Its shell is not a child of this process, so {@link #poll} checks the
 * control files.
 *
 * <pre>
 * STARTING --(.pid exists)--------> RUNNING --(.end exists)------------------------> ENDED
 *     |--(no .pid)--> UNKNOWN         |------(shell has ended without .end)--------> UNKNOWN
 *                                     |------(time limit, terminate, kill)---------> ENDED, when all its processes have ended
 * </pre>
 */
final class ReattachedCommand extends DetachedCommand {

    /** Time that another process has to record the end of a shell that it has killed. */
    private static final Duration RECORDING = Duration.ofSeconds(1);

    private final String mark;
    private final Terminator terminator;
    private final long reattachedAt = System.nanoTime();
    private Termination termination;
    private long shellGoneAt;
    private boolean terminateAfterStart;
    private boolean killed;
    private boolean timedOut;
    private boolean terminated;

    ReattachedCommand(
            Command command, ControlFiles files, OutputListener listener, String mark, Terminator terminator) {
        super(command, files, listener);
        this.mark = mark;
        this.terminator = terminator;
    }

    @Override
    boolean isPolled() {
        return true;
    }

    @Override
    synchronized void poll() throws IOException {
        super.poll();
        Optional<ProcessHandle> shell = files().process(mark);
        // in this order: a shell records the exit status before it ends
        Optional<Integer> exitCode = files().exitCode();
        boolean inTermination = termination != null && !terminated;
        if (result().isDone() || inTermination) {
            return;
        }
        if (exitCode.isPresent()
                && !terminated
                && recordedAge().compareTo(command.timeLimit()) < 0
                && files().isHeld()) {
            // background processes belong to the command while they hold its output
            return;
        }
        if (exitCode.isPresent()) {
            boolean late =
                    timedOut || files().isTimedOut() || files().duration().compareTo(command.timeLimit()) >= 0;
            end(late ? CommandResult.OUT_OF_TIME : exitCode.get(), late, files().duration(), message(late), false);
        } else if (terminated) {
            int code = timedOut ? CommandResult.OUT_OF_TIME : CommandResult.signalled(termination.isKilling());
            end(code, timedOut, recordedAge(), message(timedOut), false);
        } else if (shell.isPresent()) {
            checkLimits(shell.get());
        } else if (files().start().isPresent()) {
            onShellGone();
        } else if (System.nanoTime() - reattachedAt > STARTING.toNanos()) {
            fail(NO_TRACE);
        }
    }

    /** The process that killed the shell may still record its end. */
    private void onShellGone() {
        long now = System.nanoTime();
        if (shellGoneAt == 0) {
            shellGoneAt = now;
        } else if (now - shellGoneAt > RECORDING.toNanos()) {
            fail(MONITOR_KILLED);
        }
    }

    private void checkLimits(ProcessHandle shell) throws IOException {
        boolean late = recordedAge().compareTo(command.timeLimit()) >= 0;
        if (late || terminateAfterStart) {
            timedOut = late && !terminateAfterStart;
            if (timedOut) {
                files().recordTimeLimit();
            }
            termination = Termination.ofMonitor(shell, mark, this::onTerminated);
            if (killed) {
                termination.kill();
            }
            terminator.begin(termination);
        }
    }

    private List<String> message(boolean late) {
        return LocalResultFactory.notices(command, late, false, Optional.empty());
    }

    private synchronized void onTerminated() {
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
            terminator.stepNow();
        }
    }
}
