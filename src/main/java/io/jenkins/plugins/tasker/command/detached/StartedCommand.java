package io.jenkins.plugins.tasker.command.detached;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.process.LocalResultFactory;
import io.jenkins.plugins.tasker.command.process.StartFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A detached command that this process started through a {@link WaitingShell}.
 *
 * <pre>
 * QUEUED --> SUBMITTED --(reported, no process holds its outputs)-------------------> ENDED
 *    |  <--------|   |-----(time limit, terminate, kill)--> TERMINATING --(all gone)--> ENDED
 *    |   (shell was killed before it started the command)
 *    |-----(terminate, kill: never starts, exit code of the signal)-----------------> ENDED
 * </pre>
 */
final class StartedCommand extends DetachedCommand {

    private enum State {
        QUEUED,
        SUBMITTED,
        TERMINATING,
        ENDED
    }

    private static final int MOST_LOST_SHELLS = 3;

    private final WaitingShells shells;
    private final StartedTermination termination;
    private final MonitorCheck monitorCheck;
    private final Runnable timeLimit = () -> requestEnd(false, true);

    private State state = State.QUEUED;
    private WaitingShell shell;
    private String key = "";
    private int lostShells;
    private long startedAt;
    private ShellReport report;
    private Duration duration = Duration.ZERO;
    private boolean neverStarted;
    private boolean timedOut;
    private boolean onlyBackground;
    private boolean killed;

    StartedCommand(Command command, ControlFiles files, OutputListener listener, String mark, WaitingShells shells) {
        super(command, files, listener);
        this.monitorCheck = new MonitorCheck(this, mark);
        this.shells = shells;
        this.termination = new StartedTermination(
                this, mark, shells, () -> shells.readers().execute(this::endTerminated));
    }

    /** Whether the monitor has reported the end of the command. */
    synchronized boolean isReported() {
        return report != null;
    }

    /** Called immediately before the order is written. Returns false if the command must not start. */
    synchronized boolean onSubmit(WaitingShell starter, String order) {
        if (state != State.QUEUED) {
            return false;
        }
        state = State.SUBMITTED;
        shell = starter;
        key = order;
        startedAt = System.nanoTime();
        shells.limits().watch(timeLimit, startedAt + command.timeLimit().toNanos());
        return true;
    }

    /** Ends the command, which has no process and will have none. */
    void notStarted(StartFailure failure) {
        if (enter(State.ENDED)) {
            result().complete(LocalResultFactory.notStarted(failure, listener()));
        }
    }

    private synchronized boolean enter(State next) {
        if (state == State.ENDED) {
            return false;
        }
        state = next;
        if (next == State.ENDED) {
            shells.limits().forget(timeLimit);
        }
        return true;
    }

    /** Called when a shell has ended. A command that it has not started starts through another one. */
    void onShellLost(WaitingShell lost) {
        synchronized (this) {
            if (shell != lost || report != null || state == State.ENDED) {
                return;
            }
            shell = null;
        }
        try {
            if (!files().fence()) {
                if (files().isFenced()) {
                    fail("another session has continued the run");
                }
                // otherwise its monitor, which outlives the shell, reports the end
                return;
            }
        } catch (IOException e) {
            notStarted(
                    StartFailure.notStarted("the shell that starts commands has ended, and its control files cannot be "
                            + "written: " + e.getMessage()));
            return;
        }
        synchronized (this) {
            neverStarted = true;
            if (state != State.SUBMITTED) {
                return;
            }
            shells.limits().forget(timeLimit);
            state = State.QUEUED;
            key = "";
            neverStarted = false;
            moveTo(files().next());
        }
        if (++lostShells < MOST_LOST_SHELLS) {
            shells.start(this);
        } else {
            notStarted(StartFailure.notStarted("the shell that starts commands was killed " + lostShells + " times"));
        }
    }

    /** Called when a monitor has reported the end. That of a lost shell may still report that it was not permitted to start. */
    void onReport(ShellReport received) {
        synchronized (this) {
            if (report != null || state == State.ENDED || !received.key().equals(key)) {
                return;
            }
            report = received;
            duration = elapsed();
            if (state == State.TERMINATING) {
                return;
            }
        }
        if (received.exitCode().isEmpty()) {
            onRefused();
        } else if (received.held()) {
            shells.readers().execute(() -> endWhenReleased(received.exitCode().get()));
        } else if (isOutputSmall()) {
            finish(received.exitCode().get());
        } else {
            shells.readers().execute(() -> finish(received.exitCode().get()));
        }
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    private void onRefused() {
        Optional<Integer> recorded = files().recorded();
        if (recorded.isPresent()) {
            finish(recorded.get());
            return;
        }
        try {
            notStarted(
                    files().pid().isPresent()
                            ? StartFailure.notStarted("another session has started the command")
                            : unwritable());
        } catch (IOException | RuntimeException e) {
            fail("its control files cannot be read: " + e.getMessage());
        }
    }

    /** Background processes belong to the command while they hold its output (rule 5.10). */
    private void endWhenReleased(int exitCode) {
        if (files().isHeld()) {
            shells.afterMillis(
                    WaitingShells.HELD_CHECK_MILLIS, () -> shells.readers().execute(() -> endWhenReleased(exitCode)));
        } else {
            finish(exitCode);
        }
    }

    private void finish(int exitCode) {
        boolean recorded;
        Duration ran;
        synchronized (this) {
            if (state != State.SUBMITTED) {
                return;
            }
            enter(State.ENDED);
            recorded = report.recorded();
            ran = duration;
        }
        if (!recorded) {
            files().tryRecordEnd(exitCode);
        }
        if (!endWithoutOutputs(exitCode)) {
            end(exitCode, false, ran, List.of(), true);
        }
    }

    /**
     * Checks whether the command has ended or its monitor was killed without a report.
     *
     * @param running time that the command must run before
     */
    void check(Duration running) {
        WaitingShell starter;
        String order;
        synchronized (this) {
            if (state != State.SUBMITTED || report != null || elapsed().compareTo(running) < 0) {
                return;
            }
            starter = shell;
            order = key;
        }
        monitorCheck.run(starter, order);
    }

    /** Ends the command whose monitor was killed, and whose shell does not know its exit status. */
    void onMonitorLost() {
        if (enter(State.ENDED)) {
            fail(MONITOR_KILLED);
        }
    }

    @Override
    public void terminate() {
        requestEnd(false, false);
    }

    @Override
    public void kill() {
        requestEnd(true, false);
    }

    private void requestEnd(boolean kill, boolean late) {
        State before;
        synchronized (this) {
            before = state;
            if (before == State.QUEUED) {
                state = State.ENDED;
            } else if (before == State.SUBMITTED) {
                state = State.TERMINATING;
                timedOut = late;
                onlyBackground = report != null;
            }
            killed |= kill;
            if (kill) {
                termination.kill();
            }
        }
        if (before == State.QUEUED) {
            result().complete(CommandResult.signalledBeforeStart(kill));
        } else if (before == State.SUBMITTED) {
            termination.begin(late);
        } else if (before == State.TERMINATING && kill) {
            shells.terminator().stepNow();
        }
    }

    private void endTerminated() {
        ForcedEnd forced;
        WaitingShell starter;
        synchronized (this) {
            if (!enter(State.ENDED)) {
                return;
            }
            forced = new ForcedEnd(Optional.ofNullable(report), neverStarted, timedOut, onlyBackground, killed);
            starter = shell;
        }
        if (forced.neverStarted() || termination.hasPrevented()) {
            if (forced.timedOut()) {
                shells.giveUp(starter);
            }
            result().complete(forced.beforeStart(listener()));
            return;
        }
        Optional<Integer> status = forced.report().map(ShellReport::exitCode).orElseGet(files()::recorded);
        int exitCode = forced.timedOut()
                ? CommandResult.OUT_OF_TIME
                : status.orElse(CommandResult.signalled(termination.isKilling()));
        if (status.isEmpty() || !forced.report().map(ShellReport::recorded).orElse(true)) {
            files().tryRecordEnd(exitCode);
        }
        end(exitCode, forced.timedOut(), elapsed(), forced.notices(command, termination.stuck()), false);
    }
}
