package io.jenkins.plugins.tasker.command.process;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.OutputCollector;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * One command of a {@link LocalCommandRunner}.
 *
 * <pre>
 * QUEUED --> STARTING --> RUNNING --(process ended, output complete)----------------------> ENDED
 *    |           |           |-----(time limit, terminate, kill)--> TERMINATING --(all gone)--> ENDED
 *    |           |-----(cannot be started: 126, 127)---------------------------------------> ENDED
 *    |-----(terminate, kill: never starts, exit code of the signal)------------------------> ENDED
 * </pre>
 *
 * Called by four kinds of threads: the submitter, the thread that starts the command, the timer, and the {@link OutputPump}.
 * The state resolves races between them. No callback runs while the lock is held.
 */
final class LocalCommand implements RunningCommand {

    private enum State {
        QUEUED,
        STARTING,
        RUNNING,
        TERMINATING,
        ENDED
    }

    private final Command command;
    private final OutputListener listener;
    private final CompletableFuture<CommandServices> services;
    private final Runnable timeLimit = this::timeLimitReached;
    private final String mark = CommandMark.next();
    private final CompletableFuture<CommandResult> result = new CompletableFuture<>();

    private State state = State.QUEUED;
    private boolean terminateAfterStart;
    private boolean killAfterStart;
    private boolean timedOut;
    private boolean onlyBackground;
    private long startedAt;

    // set when the process runs
    private CommandServices runtime;
    private Process process;
    private Termination termination;

    LocalCommand(Command command, OutputListener listener, CompletableFuture<CommandServices> services) {
        this.command = command;
        this.listener = listener;
        this.services = services;
    }

    @Override
    public CompletableFuture<CommandResult> result() {
        return result;
    }

    /** Starts the process. Returns when the process runs or has failed to start. */
    void start() {
        synchronized (this) {
            if (state == State.ENDED) {
                return;
            }
            state = State.STARTING;
        }
        CommandServices ready;
        try {
            ready = services.join();
        } catch (CompletionException e) {
            notStarted(StartFailure.notStarted("no command can be run: " + e.getCause()));
            return;
        }
        OutputPipe[] pipes = new OutputPipe[0];
        try {
            pipes = ready.pipes().take();
            startedAt = System.nanoTime();
            ProcessLauncher launcher = ready.launcher();
            onStarted(ready, launcher.launch(command, mark, pipes[0].redirect(), pipes[1].redirect()), pipes);
        } catch (IOException | RuntimeException | Error e) {
            // after other failures than an IOException the process may run nevertheless
            boolean unused = e instanceof IOException;
            for (OutputPipe pipe : pipes) {
                pipe.close(unused);
            }
            notStarted(ready.launcher().explain(command, e));
        }
    }

    /** Ends the command before it has a process. */
    void notStarted(StartFailure failure) {
        synchronized (this) {
            state = State.ENDED;
        }
        result.complete(LocalResultFactory.notStarted(failure, listener));
    }

    private void onStarted(CommandServices ready, Process started, OutputPipe[] pipes) {
        ProcessReading.Stream[] streams = new ProcessReading.Stream[pipes.length];
        for (int i = 0; i < pipes.length; i++) {
            pipes[i].started(started);
            OutputStreamName name = OutputStreamName.values()[i];
            streams[i] = new ProcessReading.Stream(pipes[i], new OutputCollector(name, listener, ready.spools()));
        }
        ProcessReading reading = new ProcessReading(this, started, streams);
        synchronized (this) {
            runtime = ready;
            process = started;
            termination = new Termination(
                    started.toHandle(),
                    started::isAlive,
                    mark,
                    () -> ready.pump().stop(reading));
        }
        ready.pump().add(reading);
        synchronized (this) {
            if (state == State.ENDED) {
                return;
            }
            state = State.RUNNING;
            ready.timeLimits().watch(timeLimit, startedAt + command.timeLimit().toNanos());
        }
        if (killAfterStart) {
            kill();
        } else if (terminateAfterStart) {
            terminate();
        }
    }

    @Override
    public void terminate() {
        State before;
        synchronized (this) {
            before = state;
            terminateAfterStart = true;
            state = afterRequest();
        }
        handleEndRequest(before, false);
    }

    @Override
    public void kill() {
        State before;
        synchronized (this) {
            before = state;
            killAfterStart = true;
            state = afterRequest();
            if (state == State.TERMINATING) {
                termination.kill();
            }
        }
        handleEndRequest(before, true);
    }

    private void timeLimitReached() {
        synchronized (this) {
            if (state != State.RUNNING) {
                return;
            }
            timedOut = true;
            onlyBackground = !process.isAlive();
            state = afterRequest();
        }
        handleEndRequest(State.RUNNING, false);
    }

    /** Returns the state after a request to end. A command in STARTING handles the request when it runs. */
    private State afterRequest() {
        return switch (state) {
            case QUEUED -> State.ENDED;
            case RUNNING -> State.TERMINATING;
            default -> state;
        };
    }

    private void handleEndRequest(State before, boolean kill) {
        if (before == State.QUEUED) {
            result.complete(CommandResult.signalledBeforeStart(kill));
        } else if (before == State.RUNNING) {
            runtime.terminator().begin(termination);
        } else if (before == State.TERMINATING && kill) {
            runtime.terminator().stepNow();
        }
    }

    /** Called when the process has ended and its output is complete. A termination first waits for all descendants. */
    synchronized boolean mayEnd() {
        if (state == State.TERMINATING) {
            return false;
        }
        state = State.ENDED;
        return true;
    }

    /** Called when the output is complete and the process has ended or cannot be killed. */
    void ended(OutputCollector stdout, OutputCollector stderr) {
        Duration duration = Duration.ofNanos(System.nanoTime() - startedAt);
        synchronized (this) {
            state = State.ENDED;
            runtime.timeLimits().forget(timeLimit);
        }
        result.complete(LocalResultFactory.ended(command, process, timedOut, onlyBackground, duration, stdout, stderr));
    }

    /** Called when reading the output failed. Kills the command. */
    void failed(Throwable cause) {
        synchronized (this) {
            state = State.ENDED;
            termination.kill();
        }
        runtime.terminator().begin(termination);
        result.completeExceptionally(cause);
    }
}
