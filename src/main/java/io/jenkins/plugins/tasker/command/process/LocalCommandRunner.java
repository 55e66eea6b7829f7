package io.jenkins.plugins.tasker.command.process;

import io.jenkins.plugins.tasker.command.CloseableCommandRunner;
import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.output.Spool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs commands as processes on the machine of this JVM.
 *
 * <p>Uses at most six threads for any number of commands: four start processes (more are slower), one reads all output, and
 * one handles time limits and terminations. Idle threads end after some seconds. Each command needs two open files, or four if
 * it prints much. At the system's limit of open files, commands wait until others end.
 */
public final class LocalCommandRunner implements CloseableCommandRunner {

    private static final int STARTING_THREADS = 4;

    /** How long {@link #awaitEnds} waits. */
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final ExecutorService starting = DaemonThreads.pool("tasker-start", STARTING_THREADS);
    private final ScheduledExecutorService timer = DaemonThreads.timer("tasker-timer");
    private final Set<LocalCommand> running = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<CommandServices> services;
    private volatile boolean closed;

    /**
     * Creates a runner.
     *
     * @param workingDirectory of all commands
     * @param environment all variables that the commands inherit
     * @param spools creates the storage for large outputs
     */
    public LocalCommandRunner(Path workingDirectory, Map<String, String> environment, Spool.Factory spools) {
        this(workingDirectory, environment, PipeSupply::ofThisSystem, spools);
    }

    /** Creates the services in the background while the caller prepares the first command. */
    LocalCommandRunner(
            Path workingDirectory, Map<String, String> environment, Supplier<PipeSupply> pipes, Spool.Factory spools) {
        services = CompletableFuture.supplyAsync(
                () -> new CommandServices(
                        new ProcessLauncher(workingDirectory, environment),
                        pipes.get(),
                        spools,
                        new OutputPump(),
                        new Terminator(timer),
                        new TimeLimits(timer)),
                starting);
    }

    @Override
    public RunningCommand start(Command command, OutputListener listener) {
        LocalCommand started = new LocalCommand(command, listener, services);
        running.add(started);
        started.result().whenComplete((result, failure) -> running.remove(started));
        if (closed) {
            started.notStarted(StartFailure.notStarted("the run is over, no further command starts"));
        } else {
            starting.execute(started::start);
        }
        return started;
    }

    /** {@inheritDoc} Outputs of ended commands stay readable. */
    @Override
    public void close() {
        closed = true;
        List<LocalCommand> killed = List.copyOf(running);
        killed.forEach(RunningCommand::kill);
        awaitEnds(killed);
        services.thenAccept(ready -> {
            ready.pump().close();
            ready.pipes().close();
        });
        starting.shutdown();
        timer.shutdown();
    }

    /** Waits at most 5 s for the end of killed commands. */
    public static void awaitEnds(Collection<? extends RunningCommand> killed) {
        try {
            CompletableFuture.allOf(killed.stream().map(RunningCommand::result).toArray(CompletableFuture[]::new))
                    .get(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // closing stops the reading of their output
        }
    }
}
