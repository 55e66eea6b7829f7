package io.jenkins.plugins.tasker.command.detached;

import io.jenkins.plugins.tasker.command.CloseableCommandRunner;
import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.Programs;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.UnknownEndException;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.process.CommandMark;
import io.jenkins.plugins.tasker.command.process.DaemonThreads;
import io.jenkins.plugins.tasker.command.process.LocalCommandRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Runs all commands inside a container or another wrapper that a {@link ShellLauncher} knows. This JVM and the container share the
 * control directory and the working directory, at the same paths, but neither processes nor programs. Commands outlive this process;
 * another runner with the same control directory can {@link #reattach} to them.
 */
public final class ContainedCommandRunner implements CloseableCommandRunner {

    private static final long POLL_MILLIS = 100;
    private static final long ANSWER_SECONDS = 60;
    private static final Duration SHELL_LIMIT = Duration.ofSeconds(30);

    private final ControlDirectory control;
    private final ContainedLoop loop;
    private final ScheduledExecutorService watcher = DaemonThreads.timer("tasker-watch");
    private final Set<ContainedCommand> running = ConcurrentHashMap.newKeySet();
    private final AtomicInteger checks = new AtomicInteger();
    private volatile boolean detached;

    /**
     * Creates the control directory if it does not exist, and deletes abandoned ones.
     *
     * @param workingDirectory of all commands
     * @param directory control directory of the run; its name must be unique on this machine
     * @param launcher starts the shell inside the container
     * @throws IOException if the directory cannot be created
     */
    public ContainedCommandRunner(Path workingDirectory, Path directory, ShellLauncher launcher) throws IOException {
        this(workingDirectory, directory, launcher, SHELL_LIMIT);
    }

    ContainedCommandRunner(Path workingDirectory, Path directory, ShellLauncher launcher, Duration shellLimit)
            throws IOException {
        this.control = new ControlDirectory(directory);
        this.loop = new ContainedLoop(control, workingDirectory, launcher, shellLimit);
        if (control.create()) {
            loop.readers().execute(() -> AbandonedDirectories.delete(directory.getParent(), Instant.now()));
        }
    }

    /**
     * Returns the argv of a shell.
     *
     * @param prefix of its files, a path of the container
     */
    public static List<String> shellArgv(String prefix) {
        return ContainedScript.argv(prefix);
    }

    /**
     * Returns the variables of a shell, besides those of its container.
     *
     * @param directory control directory of the run
     */
    public static Map<String, String> shellVariables(String directory) {
        String name = directory.substring(directory.lastIndexOf('/') + 1);
        return Map.of(CommandMark.VARIABLE, name + ControlFiles.SHELL);
    }

    /**
     * Starts the shell, so that a wrapper without what commands need is found before a command starts. May block.
     *
     * @throws IOException with the reason if no command can start
     */
    public void checkShell() throws IOException {
        loop.shells().get();
    }

    /** The programs inside the container. */
    public Programs programs() {
        return new Programs() {
            @Override
            public boolean onPath(String name) {
                return Programs.isPlainName(name) && answer(key -> ContainedScript.onPath(key, name, loop.directory()));
            }

            @Override
            public boolean fileExists(String path) {
                return path.indexOf('\0') < 0 && answer(key -> ContainedScript.fileExists(key, path, loop.directory()));
            }
        };
    }

    private boolean answer(Function<String, String> order) {
        CompletableFuture<ShellReport> answer = loop.shells().ask(order);
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS).exitCode().orElse(0) == 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownEndException("interrupted");
        } catch (TimeoutException e) {
            throw new UnknownEndException("the shell did not answer within " + ANSWER_SECONDS + " s");
        } catch (ExecutionException e) {
            throw new UnknownEndException(e.getCause().getMessage());
        }
    }

    @Override
    public RunningCommand start(Command command, OutputListener listener) {
        if (!command.id().isEmpty()) {
            return start(command, control.first(command), listener);
        }
        Command check = new Command(
                "check-" + checks.incrementAndGet() + "-" + Long.toHexString(System.nanoTime()),
                command.argv(),
                command.timeLimit(),
                command.environment(),
                command.node());
        ControlFiles files = control.first(check);
        RunningCommand started = start(check, files, listener);
        started.result().whenComplete((result, failure) -> started.release());
        return started;
    }

    private RunningCommand start(Command command, ControlFiles files, OutputListener listener) {
        ContainedCommand started = new ContainedCommand(command, files, listener, control.mark(command), loop, false);
        watch(started);
        loop.execute(started::start);
        return started;
    }

    @Override
    public RunningCommand reattach(Command command, OutputListener listener) {
        return control.reattach(command, files -> start(command, files, listener), files -> {
            ContainedCommand found = new ContainedCommand(command, files, listener, control.mark(command), loop, true);
            watch(found);
            loop.execute(new ContainedReattachment(found, loop)::find);
            return found;
        });
    }

    private void watch(ContainedCommand command) {
        running.add(command);
        command.onRelease(released -> loop.readers().execute(released.files()::delete));
        command.result().whenComplete((result, failure) -> {
            running.remove(command);
            closeIfUnused();
        });
        if (command.isPolled()) {
            watcher.execute(() -> poll(command));
        }
    }

    private void poll(ContainedCommand command) {
        try {
            command.poll();
        } catch (IOException | RuntimeException e) {
            loop.execute(() -> command.fail("its control files cannot be read: " + e.getMessage()));
        }
        if (!command.result().isDone() && !detached) {
            watcher.schedule(() -> poll(command), POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void closeIfUnused() {
        if (detached && running.isEmpty()) {
            loop.readers().execute(loop::close);
        }
    }

    /** {@inheritDoc} Deletes the control directory. */
    @Override
    public void close() {
        List<ContainedCommand> killed = List.copyOf(running);
        killed.forEach(RunningCommand::kill);
        LocalCommandRunner.awaitEnds(killed);
        watcher.shutdownNow();
        loop.close();
        control.delete();
    }

    /** Keeps the control directory, so that another runner can reattach. Running commands continue. */
    @Override
    public void detach() {
        detached = true;
        watcher.shutdownNow();
        closeIfUnused();
    }
}
