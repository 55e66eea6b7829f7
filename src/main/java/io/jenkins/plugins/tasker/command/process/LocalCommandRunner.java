package io.jenkins.plugins.tasker.command.process;

import io.jenkins.plugins.tasker.command.CloseableCommandRunner;
import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.output.Spool;
import io.jenkins.plugins.tasker.command.output.TemporaryFile;
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
 * Runs commands as processes of the machine of this JVM.
 *
 * <p>Whatever the number of commands, there are at most six threads: four that start processes (more are slower), one that
 * reads all output, one for time limits and terminations. They end by themselves after some idle seconds. Each command
 * needs two open files, or four if it prints much; where the system allows no more, commands wait for others to end.
 */
public final class LocalCommandRunner implements CloseableCommandRunner {

    private static final int STARTING_THREADS = 4;

    /** How long {@link #close} waits for commands that it has killed. */
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final ExecutorService starting = DaemonThreads.pool("tasker-start", STARTING_THREADS);
    private final ScheduledExecutorService timer = DaemonThreads.timer("tasker-timer");
    private final Set<LocalCommand> running = ConcurrentHashMap.newKeySet();
    private final CommandWrapper wrapping;
    private final CompletableFuture<CommandServices> machinery;
    private volatile boolean closed;

    /**
     * @param workingDirectory of all commands
     * @param environment all variables that the commands inherit
     */
    public LocalCommandRunner(Path workingDirectory, Map<String, String> environment) {
        this(workingDirectory, environment, CommandWrapper.NONE);
    }

    public LocalCommandRunner(Path workingDirectory, Map<String, String> environment, CommandWrapper wrapping) {
        this(workingDirectory, environment, PipeSupply::ofThisSystem, TemporaryFile::new, wrapping);
    }

    /** What commands need is made ready while the caller prepares the first one. */
    LocalCommandRunner(
            Path workingDirectory,
            Map<String, String> environment,
            Supplier<PipeSupply> pipes,
            Spool.Factory spools,
            CommandWrapper wrapping) {
        this.wrapping = wrapping;
        machinery = CompletableFuture.supplyAsync(
                () -> new CommandServices(
                        new ProcessLauncher(workingDirectory, environment, wrapping),
                        pipes.get(),
                        spools,
                        new OutputPump(),
                        new Terminator(timer),
                        new TimeLimits(timer)),
                starting);
    }

    @Override
    public RunningCommand start(Command command, OutputListener listener) {
        LocalCommand started = new LocalCommand(command, listener, machinery, wrapping);
        running.add(started);
        started.result().whenComplete((result, failure) -> running.remove(started));
        if (closed) {
            started.notStarted(StartFailure.notStarted("the run is over, no command is started any more"));
        } else {
            starting.execute(started::start);
        }
        return started;
    }

    /** Kills what still runs, and waits until it has ended. Outputs of ended commands stay readable. */
    @Override
    public void close() {
        closed = true;
        List<LocalCommand> killed = List.copyOf(running);
        killed.forEach(RunningCommand::kill);
        awaitEnds(killed);
        machinery.thenAccept(ready -> {
            ready.pump().close();
            ready.pipes().close();
        });
        starting.shutdown();
        timer.shutdown();
    }

    /** Waits some seconds for the end of commands. */
    public static void awaitEnds(Collection<? extends RunningCommand> killed) {
        try {
            CompletableFuture.allOf(killed.stream().map(RunningCommand::result).toArray(CompletableFuture[]::new))
                    .get(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // closing stops reading what is left
        }
    }
}
