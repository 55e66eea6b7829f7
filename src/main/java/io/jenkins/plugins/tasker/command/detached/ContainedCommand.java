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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/**
 * A command whose processes this JVM cannot see: a {@link ContainedShell} starts it, checks it and ends it. All methods are for
 * the thread of the {@link ContainedLoop}, except those of {@link io.jenkins.plugins.tasker.command.RunningCommand}.
 *
 * <pre>
 * QUEUED --> RUNNING --(reported or recorded, no process holds its outputs)----> ENDED
 *    |          |-------(time limit, terminate, kill)--> ENDING --(all gone)---> ENDED
 *    |          |-------(its monitor or its container is gone)-----------------> ENDED, unknown
 *    |----------(terminate, kill: never starts, exit code of the signal)-------> ENDED
 * </pre>
 */
final class ContainedCommand extends DetachedCommand {

    private enum State {
        QUEUED,
        RUNNING,
        ENDING,
        ENDED
    }

    private final ContainedLoop loop;
    private final String mark;
    private final boolean reattached;
    private State state = State.QUEUED;
    private final ContainedStart starting;
    private String key = "";
    private long startedAt;
    private Future<?> timeLimit = CompletableFuture.completedFuture(null);
    private final ContainedCheck check;
    private boolean recorded = true;
    private Optional<Integer> exitCode = Optional.empty();
    private Duration duration = Duration.ZERO;
    private final ContainedTermination termination;

    /** @param reattached whether an earlier session has started the command */
    ContainedCommand(
            Command command,
            ControlFiles files,
            OutputListener listener,
            String mark,
            ContainedLoop loop,
            boolean reattached) {
        super(command, files, listener);
        this.mark = mark;
        this.loop = loop;
        this.reattached = reattached;
        this.starting = new ContainedStart(this, loop);
        this.check = new ContainedCheck(this, loop);
        this.termination = new ContainedTermination(this, loop);
    }

    boolean isReattached() {
        return reattached;
    }

    boolean isQueued() {
        return state == State.QUEUED;
    }

    /** Starts the command through the shell, which may have to be started before. */
    void start() {
        if (state == State.QUEUED) {
            starting.start();
        }
    }

    /** Called immediately before the order is written. Returns its key. */
    String onSubmit() {
        register();
        watch(command.timeLimit());
        return key;
    }

    /** Called when a shell has ended. */
    void onShellLost(ContainedShell gone) {
        if (needsEnd()) {
            starting.onShellLost(gone);
        }
    }

    /** Called when the command has not started with its files and can start with the next ones. */
    void requeue() {
        timeLimit.cancel(false);
        loop.forget(key);
        state = State.QUEUED;
        moveTo(files().next());
    }

    void register() {
        key = loop.register(this);
    }

    /** Sets the time limit of a command that runs. */
    void watch(Duration left) {
        startedAt = System.nanoTime() - command.timeLimit().minus(left).toNanos();
        state = State.RUNNING;
        timeLimit = loop.after(left, this::onTimeLimit);
    }

    String mark() {
        return mark;
    }

    void notStarted(StartFailure failure) {
        if (ended()) {
            result().complete(LocalResultFactory.notStarted(failure, listener()));
        }
    }

    private boolean ended() {
        boolean first = state != State.ENDED;
        state = State.ENDED;
        timeLimit.cancel(false);
        loop.forget(key);
        return first;
    }

    @Override
    void fail(String reason) {
        ended();
        super.fail(reason);
    }

    /** Called when no shell can be started, because the container is gone. */
    void onShellFailed(String reason) {
        if (state != State.ENDED && files().recorded().isEmpty()) {
            fail("no shell can be started where it ran: " + reason);
        } else if (state == State.ENDING) {
            endTerminated(new ShellReport(key, Optional.of(0), true, false, 0));
        }
    }

    /** Called when the monitor has reported the end. */
    void onReport(ShellReport report) {
        if (exitCode.isPresent() || state == State.ENDED) {
            return;
        }
        if (report.exitCode().isEmpty()) {
            onRefused();
            return;
        }
        recorded = report.recorded();
        onEnd(report.exitCode().get(), elapsed(), report.held());
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    /** Called when the exit status is in its file. */
    void onRecorded() throws IOException {
        onEnd(files().exitCode().orElseThrow(), files().duration(), true);
    }

    private void onEnd(int status, Duration time, boolean held) {
        exitCode = Optional.of(status);
        duration = time;
        if (state == State.ENDING) {
            return;
        }
        if (held) {
            // background processes belong to the command while they hold its output (rule 5.10)
            loop.ask(
                    question -> ContainedScript.held(question, files().prefix()),
                    answer -> finish(status),
                    reason -> finish(status));
        } else {
            finish(status);
        }
    }

    private void onRefused() {
        Optional<Integer> status = files().recorded();
        if (status.isPresent()) {
            onEnd(status.get(), elapsed(), false);
            return;
        }
        notStarted(unwritable());
    }

    private void finish(int status) {
        if (state != State.RUNNING || !ended()) {
            return;
        }
        if (!recorded) {
            files().tryRecordEnd(status);
        }
        if (endWithoutOutputs(status)) {
            return;
        }
        boolean late = reattached && (files().isTimedOut() || duration.compareTo(command.timeLimit()) >= 0);
        List<String> more = LocalResultFactory.notices(command, late, false, Optional.empty());
        loop.readers().execute(() -> end(late ? CommandResult.OUT_OF_TIME : status, late, duration, more, !reattached));
    }

    /** Whether no shell reports its end, because the shell that started it has ended. */
    boolean isWithoutShell() {
        return reattached || starting.hasLostShell();
    }

    ContainedCheck check() {
        return check;
    }

    /** Whether the command runs and no end is known. */
    boolean needsEnd() {
        return state == State.RUNNING && exitCode.isEmpty();
    }

    private void onTimeLimit() {
        if (state == State.RUNNING) {
            beginEnding(true);
        }
    }

    @Override
    public void terminate() {
        loop.execute(this::requestEnd);
    }

    @Override
    public void kill() {
        termination.kill();
        loop.execute(this::requestEnd);
    }

    private void requestEnd() {
        if (state == State.QUEUED && reattached) {
            loop.after(Duration.ofMillis(100), this::requestEnd);
        } else if (state == State.QUEUED) {
            endUnstarted();
        } else if (state == State.RUNNING) {
            beginEnding(false);
        } else if (state == State.ENDING) {
            termination.hurry();
        }
    }

    private void endUnstarted() {
        ended();
        result().complete(
                        termination.isLate()
                                ? LocalResultFactory.notStarted(
                                        StartFailure.notStarted("the shell did not respond"), listener())
                                : CommandResult.signalledBeforeStart(termination.isKilled()));
    }

    private void beginEnding(boolean late) {
        state = State.ENDING;
        timeLimit.cancel(false);
        if (termination.prevents(
                late, exitCode.isPresent() || files().recorded().isPresent())) {
            endUnstarted();
        } else {
            termination.begin(this::endTerminated, this::onShellFailed);
        }
    }

    private void endTerminated(ShellReport answer) {
        if (state != State.ENDING || !ended()) {
            return;
        }
        int code = termination.exitCode(
                exitCode.or(() -> files().recorded()), answer.exitCode().orElse(0));
        if (files().recorded().isEmpty()) {
            files().tryRecordEnd(code);
        }
        Duration total = elapsed();
        loop.readers().execute(() -> end(code, termination.isLate(), total, termination.lines(answer), false));
    }
}
