package io.jenkins.plugins.tasker.command.detached;

import io.jenkins.plugins.tasker.command.CloseableCommandRunner;
import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.output.TemporaryFile;
import io.jenkins.plugins.tasker.command.process.DaemonThreads;
import io.jenkins.plugins.tasker.command.process.LocalCommandRunner;
import io.jenkins.plugins.tasker.command.process.Terminator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Runs commands that outlive the process that started them. One shell starts all commands of a run. Output goes to
 * files, and a monitor, a copy of the shell for each command, records its exit status. Another runner with the same control directory can {@link #reattach} to the commands.
 *
 * <p>Detaches commands with an id only; all others end with this runner. Needs a POSIX shell.
 */
public final class DetachedCommandRunner implements CloseableCommandRunner {

    private static final int READING_THREADS = 2;
    private static final long SHORTEST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 200;

    private final ControlDirectory control;
    private final Supplier<LocalCommandRunner> newLocal;
    private final WaitingShells shells;
    private final ExecutorService readers = DaemonThreads.pool("tasker-read", READING_THREADS);
    private final ScheduledExecutorService watcher = DaemonThreads.timer("tasker-watch");
    private final ScheduledExecutorService timer = DaemonThreads.timer("tasker-reattached");
    private final Terminator terminator = new Terminator(timer);

    private final Set<DetachedCommand> running = ConcurrentHashMap.newKeySet();
    private LocalCommandRunner local;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean detached;

    /**
     * Creates the control directory if it does not exist, and deletes abandoned ones.
     *
     * @param workingDirectory of all commands
     * @param environment all variables that the commands inherit
     * @param directory control directory of the run; its name must be unique on this machine
     * @throws IOException if the directory cannot be created
     */
    public DetachedCommandRunner(Path workingDirectory, Map<String, String> environment, Path directory)
            throws IOException {
        this(workingDirectory, environment, directory, ShellLauncher.LOCAL);
    }

    /**
     * Creates a runner whose shell another program starts.
     *
     * @param launcher starts the shell for the first command, and again when it was killed
     */
    public DetachedCommandRunner(
            Path workingDirectory, Map<String, String> environment, Path directory, ShellLauncher launcher)
            throws IOException {
        this.control = new ControlDirectory(directory);
        if (control.create()) {
            readers.execute(() -> AbandonedDirectories.delete(directory.getParent(), Instant.now()));
        }
        if (control.isKnown()) {
            readers.execute(() -> WaitingShell.wake(directory));
        }
        this.newLocal = () -> new LocalCommandRunner(workingDirectory, environment, TemporaryFile.in(directory));
        this.shells = new WaitingShells(control, workingDirectory, environment, launcher, readers, timer);
    }

    @Override
    public RunningCommand start(Command command, OutputListener listener) {
        if (command.id().isEmpty()) {
            return local().start(command, listener);
        }
        return start(command, control.first(command), listener);
    }

    /** Returns the runner of commands without an id, which most runs do not have. */
    private synchronized LocalCommandRunner local() {
        if (local == null) {
            local = newLocal.get();
        }
        return local;
    }

    /** @param files owned by this runner */
    private RunningCommand start(Command command, ControlFiles files, OutputListener listener) {
        StartedCommand started = new StartedCommand(command, files, listener, control.mark(command), shells);
        watch(started);
        shells.start(started);
        return started;
    }

    @Override
    public RunningCommand reattach(Command command, OutputListener listener) {
        return control.reattach(
                command,
                files -> start(command, files, listener),
                files -> watch(new ReattachedCommand(command, files, listener, control.mark(command), terminator)));
    }

    private DetachedCommand watch(DetachedCommand command) {
        running.add(command);
        command.onRelease(released -> readers.execute(released.files()::delete));
        command.result().whenComplete((result, failure) -> {
            running.remove(command);
            closeIfUnused();
        });
        if (command.isPolled()) {
            watcher.execute(() -> poll(command, SHORTEST_PAUSE_MILLIS));
        }
        return command;
    }

    private void poll(DetachedCommand command, long pause) {
        try {
            command.poll();
        } catch (IOException | RuntimeException e) {
            command.fail("its control files cannot be read: " + e.getMessage());
        }
        if (!command.result().isDone() && !detached) {
            long next = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            watcher.schedule(() -> poll(command, next), pause, TimeUnit.MILLISECONDS);
        }
    }

    /** After {@link #detach}, closes the shell when the last command that it has started has ended. */
    private void closeIfUnused() {
        if (detached && running.stream().noneMatch(StartedCommand.class::isInstance)) {
            readers.execute(shells::close);
        }
    }

    /** {@inheritDoc} Deletes the control directory, without waiting: thousands of files take half a second. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        List<DetachedCommand> killed = List.copyOf(running);
        killed.forEach(RunningCommand::kill);
        LocalCommandRunner.awaitEnds(killed);
        synchronized (this) {
            if (local != null) {
                local.close();
            }
        }
        shells.close();
        watcher.shutdownNow();
        timer.shutdown();
        readers.execute(control::delete);
        readers.shutdown();
    }

    /**
     * Stops polling and keeps the control directory, so that another runner can reattach. Running commands continue; this
     * process watches their time limits until it ends.
     */
    @Override
    public void detach() {
        detached = true;
        watcher.shutdownNow();
        closeIfUnused();
    }
}
