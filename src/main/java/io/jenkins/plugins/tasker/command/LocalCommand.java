package io.jenkins.plugins.tasker.command;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * One command of a {@link LocalCommandRunner}.
 *
 * <pre>
 * QUEUED --> STARTING --> RUNNING --(process ended, output complete)----------------------> ENDED
 *    |           |           |-----(time limit, terminate, kill)--> TERMINATING --(all gone)--> ENDED
 *    |           |-----(cannot be started: 126, 127)---------------------------------------> ENDED
 *    |-----(terminate, kill: never started, as if the signal had met it)-------------------> ENDED
 * </pre>
 *
 * Called by four sorts of threads: whoever ordered the command, the thread that starts it, that of the timer and that of
 * the {@link OutputPump}. The state decides who wins; nothing that calls back is called while it is locked.
 */
final class LocalCommand implements RunningCommand {

    private static final int TERMINATED = 128 + 15;
    private static final int KILLED = 128 + 9;

    private enum State {
        QUEUED,
        STARTING,
        RUNNING,
        TERMINATING,
        ENDED
    }

    /** What all commands of a runner share. */
    record Machinery(
            ProcessLauncher launcher,
            PipeSupply pipes,
            Spool.Factory spools,
            OutputPump pump,
            Terminator terminator,
            TimeLimits timeLimits) {}

    private final Command command;
    private final OutputListener listener;
    private final Machinery machinery;
    private final Runnable late = () -> stop(false, true);
    private final String mark = CommandMark.next();
    private final CompletableFuture<CommandResult> result = new CompletableFuture<>();

    private State state = State.QUEUED;
    private boolean terminateRequested;
    private boolean killRequested;
    private boolean timedOut;
    private Process process;
    private ProcessReading reading;
    private Termination termination;
    private long startedAt;

    LocalCommand(Command command, OutputListener listener, Machinery machinery) {
        this.command = command;
        this.listener = listener;
        this.machinery = machinery;
    }

    @Override
    public CompletableFuture<CommandResult> result() {
        return result;
    }

    @Override
    public void terminate() {
        stop(false, false);
    }

    @Override
    public void kill() {
        stop(true, false);
    }

    /** Starts the process; returns as soon as it runs or cannot be started. */
    void start() {
        synchronized (this) {
            if (state == State.ENDED) {
                return;
            }
            state = State.STARTING;
            startedAt = System.nanoTime();
        }
        OutputPipe[] pipes = new OutputPipe[0];
        Process started;
        try {
            pipes = machinery.pipes().take();
            started = machinery.launcher().launch(command, mark, pipes[0].redirect(), pipes[1].redirect());
        } catch (IOException | RuntimeException e) {
            for (OutputPipe pipe : pipes) {
                pipe.close(true);
            }
            notStarted(machinery.launcher().explain(command, e));
            return;
        }
        running(started, pipes);
    }

    private void running(Process started, OutputPipe[] pipes) {
        ProcessReading.Stream[] streams = new ProcessReading.Stream[pipes.length];
        for (int i = 0; i < pipes.length; i++) {
            pipes[i].started(started);
            OutputStreamName name = OutputStreamName.values()[i];
            streams[i] = new ProcessReading.Stream(pipes[i], new OutputCollector(name, listener, machinery.spools()));
        }
        synchronized (this) {
            process = started;
            reading = new ProcessReading(this, started, streams);
            termination = new Termination(started, mark, () -> machinery.pump().stop(reading));
        }
        machinery.pump().add(reading);
        boolean stop;
        synchronized (this) {
            if (state == State.ENDED) {
                return;
            }
            state = State.RUNNING;
            machinery.timeLimits().watch(late, startedAt + command.timeLimit().toNanos());
            stop = terminateRequested;
        }
        if (stop) {
            stop(killRequested, false);
        }
    }

    private void stop(boolean kill, boolean late) {
        State before;
        synchronized (this) {
            before = state;
            if (state == State.QUEUED) {
                state = State.ENDED;
            } else if (state == State.STARTING) {
                terminateRequested = true;
                killRequested |= kill;
            } else if (state == State.RUNNING && !(late && !process.isAlive())) {
                state = State.TERMINATING;
                timedOut = late;
            }
            if (kill && state == State.TERMINATING) {
                termination.kill();
            }
            if (before == state && state != State.TERMINATING) {
                return;
            }
        }
        if (before == State.QUEUED) {
            result.complete(
                    new CommandResult(kill ? KILLED : TERMINATED, false, Output.EMPTY, Output.EMPTY, Duration.ZERO));
        } else if (before == State.RUNNING) {
            machinery.terminator().begin(termination);
        } else if (kill) {
            machinery.terminator().hurry();
        }
    }

    /** Ends without a process. */
    void notStarted(StartFailure failure) {
        synchronized (this) {
            state = State.ENDED;
        }
        OutputCollector stderr = new OutputCollector(OutputStreamName.STDERR, listener, machinery.spools());
        stderr.addLine(failure.reason());
        result.complete(new CommandResult(failure.exitCode(), false, Output.EMPTY, stderr.output(), Duration.ZERO));
    }

    /** Asked when the process has ended and its output is complete. */
    synchronized boolean mayEnd() {
        if (state == State.TERMINATING) {
            return false;
        }
        state = State.ENDED;
        return true;
    }

    /** The output is complete; the process has ended, or nothing more can be done about it. */
    void ended(OutputCollector stdout, OutputCollector stderr) {
        Duration duration = Duration.ofNanos(System.nanoTime() - startedAt);
        synchronized (this) {
            state = State.ENDED;
            machinery.timeLimits().forget(late);
        }
        boolean stuck = process.isAlive();
        int exitCode = stuck ? KILLED : process.exitValue();
        if (timedOut) {
            exitCode = CommandResult.OUT_OF_TIME;
            stderr.addLine("tasker: time limit of " + seconds(command.timeLimit()) + " exceeded, command terminated");
        }
        if (stuck) {
            stderr.addLine("tasker: process " + process.pid() + " could not be ended and still runs");
        }
        result.complete(new CommandResult(exitCode, timedOut, stdout.output(), stderr.output(), duration));
    }

    /** The runner itself failed; the command must not go on without it. */
    void failed(Throwable cause) {
        synchronized (this) {
            state = State.ENDED;
        }
        termination.kill();
        machinery.terminator().begin(termination);
        result.completeExceptionally(cause);
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
}
