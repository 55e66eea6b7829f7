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
 *    |-----(terminate, kill: never started, as if the signal had met it)-------------------> ENDED
 * </pre>
 *
 * Called by four sorts of threads: whoever ordered the command, the thread that starts it, that of the timer and that of
 * the {@link OutputPump}. The state decides who wins; nothing that calls back is called while it is locked.
 */
final class LocalCommand implements RunningCommand {

    private enum State {
        QUEUED,
        STARTING,
        RUNNING,
        TERMINATING,
        ENDED
    }

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(50);

    private final Command command;
    private final OutputListener listener;
    private final CompletableFuture<CommandServices> preparation;
    private final Runnable timeLimit = this::timeLimitReached;
    private final CommandWrapper wrapping;
    private final String mark;
    private final CompletableFuture<CommandResult> result = new CompletableFuture<>();

    private State state = State.QUEUED;
    private boolean terminateAfterStart;
    private boolean killAfterStart;
    private boolean timedOut;
    private boolean onlyBackground;
    private long startedAt;
    private long askedAt;

    // From here on known once the process runs.
    private CommandServices machinery;
    private Process process;
    private Termination termination;

    LocalCommand(
            Command command,
            OutputListener listener,
            CompletableFuture<CommandServices> preparation,
            CommandWrapper wrapping) {
        this.command = command;
        this.listener = listener;
        this.preparation = preparation;
        this.wrapping = wrapping;
        this.mark = wrapping.mark(command);
    }

    @Override
    public CompletableFuture<CommandResult> result() {
        return result;
    }

    /** Starts the process; returns as soon as it runs or cannot be started. */
    void start() {
        synchronized (this) {
            if (state == State.ENDED) {
                return;
            }
            state = State.STARTING;
        }
        CommandServices ready;
        try {
            ready = preparation.join();
        } catch (CompletionException e) {
            notStarted(StartFailure.notStarted("no command can be run: " + e.getCause()));
            return;
        }
        OutputPipe[] pipes = new OutputPipe[0];
        try {
            pipes = ready.pipes().take();
            startedAt = System.nanoTime();
            ProcessLauncher launcher = ready.launcher();
            running(ready, launcher.launch(command, mark, pipes[0].redirect(), pipes[1].redirect()), pipes);
        } catch (IOException | RuntimeException | Error e) {
            // after anything but an ordinary failure a process may run that nobody knows of
            boolean unused = e instanceof IOException;
            for (OutputPipe pipe : pipes) {
                pipe.close(unused);
            }
            notStarted(ready.launcher().explain(command, e));
        }
    }

    /** Ends without a process. */
    void notStarted(StartFailure failure) {
        synchronized (this) {
            state = State.ENDED;
        }
        result.complete(LocalResultFactory.notStarted(failure, listener));
    }

    private void running(CommandServices ready, Process started, OutputPipe[] pipes) {
        ProcessReading.Stream[] streams = new ProcessReading.Stream[pipes.length];
        for (int i = 0; i < pipes.length; i++) {
            pipes[i].started(started);
            OutputStreamName name = OutputStreamName.values()[i];
            streams[i] = new ProcessReading.Stream(pipes[i], new OutputCollector(name, listener, ready.spools()));
        }
        ProcessReading reading = new ProcessReading(this, started, streams);
        synchronized (this) {
            machinery = ready;
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
        requested(before, false);
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
        requested(before, true);
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
        requested(State.RUNNING, false);
    }

    /** What becomes of the state when the command is to end; one that is starting is asked again when it runs. */
    private State afterRequest() {
        return switch (state) {
            case QUEUED -> State.ENDED;
            case RUNNING -> State.TERMINATING;
            default -> state;
        };
    }

    private void requested(State before, boolean kill) {
        if (before == State.QUEUED) {
            result.complete(LocalResultFactory.signalledBeforeStart(kill));
        } else if (before == State.RUNNING) {
            machinery.terminator().begin(termination);
        } else if (before == State.TERMINATING && kill) {
            machinery.terminator().hurry();
        }
    }

    /** Whether its output goes elsewhere, and the end of its streams says something about the wrapping only. */
    boolean isWrapped() {
        return wrapping != CommandWrapper.NONE;
    }

    /** Asked now and then while the process has ended and somebody still holds its streams. */
    boolean isOutputComplete() {
        long now = System.nanoTime();
        if (askedAt == 0) {
            askedAt = now;
        } else if (now - askedAt > BETWEEN_QUESTIONS.toNanos()) {
            askedAt = now;
            return wrapping.isComplete(command);
        }
        return false;
    }

    /** Asked when the process has ended and its output is complete. A termination goes on until nothing is left. */
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
            machinery.timeLimits().forget(timeLimit);
        }
        result.complete(LocalResultFactory.ended(command, process, timedOut, onlyBackground, duration, stdout, stderr));
    }

    /** The runner itself failed; the command must not go on without it. */
    void failed(Throwable cause) {
        synchronized (this) {
            state = State.ENDED;
            termination.kill();
        }
        machinery.terminator().begin(termination);
        result.completeExceptionally(cause);
    }
}
