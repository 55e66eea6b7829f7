package io.jenkins.plugins.tasker.command.detached;

import io.jenkins.plugins.tasker.command.CloseableCommandRunner;
import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.command.process.CommandMark;
import io.jenkins.plugins.tasker.command.process.CommandWrapper;
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

/**
 * Runs commands that outlive the process that started them. Output goes to files, and a shell for each command records its exit
 * status. Another runner with the same control directory can {@link #reattach} to the commands.
 *
 * <p>Detaches commands with an id only; all others end with this runner. Needs a POSIX shell.
 */
public final class DetachedCommandRunner implements CloseableCommandRunner {

    private static final int READING_THREADS = 2;
    private static final long SHORTEST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 200;

    private final ControlDirectory control;
    private final boolean known;
    private final LocalCommandRunner local;
    private final ExecutorService readers = DaemonThreads.pool("tasker-read", READING_THREADS);
    private final ScheduledExecutorService watcher = DaemonThreads.timer("tasker-watch");
    private final ScheduledExecutorService timer = DaemonThreads.timer("tasker-reattached");
    private final Terminator terminator = new Terminator(timer);

    /** Files of the commands that this runner starts. */
    private final Map<String, ControlFiles> started = new ConcurrentHashMap<>();

    private final Set<DetachedCommand> running = ConcurrentHashMap.newKeySet();

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
        this.control = new ControlDirectory(directory);
        this.known = control.exists();
        if (control.create()) {
            readers.execute(() -> AbandonedDirectories.delete(directory.getParent(), Instant.now()));
        }
        this.local = new LocalCommandRunner(workingDirectory, environment, new Detaching());
    }

    private final class Detaching implements CommandWrapper {

        @Override
        public String mark(Command command) {
            return command.id().isEmpty() ? CommandMark.next() : control.mark(command);
        }

        @Override
        public List<String> wrap(Command command, List<String> argv) throws IOException {
            if (command.id().isEmpty()) {
                return argv;
            }
            return started.get(command.id()).wrap(argv);
        }

        @Override
        public boolean isComplete(Command command) {
            return !command.id().isEmpty() && !started.get(command.id()).isHeld();
        }

        @Override
        public void timeLimitReached(Command command) {
            ControlFiles files = started.get(command.id());
            try {
                if (files != null) {
                    files.recordTimeLimit();
                }
            } catch (IOException e) {
                // a session that reattaches compares the duration with the limit
            }
        }
    }

    @Override
    public RunningCommand start(Command command, OutputListener listener) {
        if (command.id().isEmpty()) {
            return local.start(command, listener);
        }
        return start(command, control.first(command), listener);
    }

    /** @param files owned by this runner */
    private RunningCommand start(Command command, ControlFiles files, OutputListener listener) {
        started.put(command.id(), files);
        RunningCommand shell = local.start(command, OutputListener.NONE);
        return watch(new StartedCommand(command, files, listener, shell, readers));
    }

    @Override
    public RunningCommand reattach(Command command, OutputListener listener) {
        if (!known) {
            // the earlier control directory is lost, so the command may have run
            return RunningCommand.unknown("its control directory " + control + " no longer exists on the agent");
        }
        ControlFiles files = control.last(command);
        try {
            if (files.exitCode().isEmpty()) {
                if (!control.isOfThisBoot()) {
                    return RunningCommand.unknown("the machine was restarted in the meantime");
                }
                if (files.fence()) {
                    return start(command, files.next(), listener);
                }
            }
            return watch(new ReattachedCommand(command, files, listener, control.mark(command), terminator));
        } catch (IOException | RuntimeException e) {
            return RunningCommand.unknown("its control files cannot be read: " + e.getMessage());
        }
    }

    private DetachedCommand watch(DetachedCommand command) {
        running.add(command);
        command.onRelease(released -> readers.execute(released.files::delete));
        command.result().whenComplete((result, failure) -> {
            running.remove(command);
            started.remove(command.command.id(), command.files);
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
        if (!command.result().isDone()) {
            long next = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            watcher.schedule(() -> poll(command, next), pause, TimeUnit.MILLISECONDS);
        }
    }

    /** {@inheritDoc} Deletes the control directory. */
    @Override
    public void close() {
        List<DetachedCommand> killed = List.copyOf(running);
        killed.forEach(RunningCommand::kill);
        LocalCommandRunner.awaitEnds(killed);
        local.close();
        watcher.shutdownNow();
        timer.shutdown();
        readers.shutdown();
        control.delete();
    }

    /**
     * Stops polling and keeps the control directory, so that another runner can reattach. Running commands continue; this
     * process watches their time limits until it ends.
     */
    @Override
    public void detach() {
        watcher.shutdownNow();
    }
}
