package io.jenkins.plugins.tasker.command.detached;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.process.CommandMark;
import io.jenkins.plugins.tasker.command.process.DaemonThreads;
import io.jenkins.plugins.tasker.command.process.NativeEncoding;
import io.jenkins.plugins.tasker.command.process.StartCheck;
import io.jenkins.plugins.tasker.command.process.StartFailure;
import io.jenkins.plugins.tasker.command.process.Terminator;
import io.jenkins.plugins.tasker.command.process.TimeLimits;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Starts the commands of a run through one {@link WaitingShell}, and delivers its reports. Starts the shell for the first
 * command, and another one for the next command when a shell was killed.
 */
final class WaitingShells {

    /** Pause between checks whether background processes still hold the output of a command. */
    static final long HELD_CHECK_MILLIS = 50;

    /** A monitor that is killed cannot report. */
    private static final Duration CHECK = Duration.ofSeconds(1);

    private static final long SHORTEST_POLL_MILLIS = 20;
    private static final long LONGEST_POLL_MILLIS = 200;

    private final ControlDirectory control;
    private final Path directory;
    private final Map<String, String> environment;
    private final ShellLauncher launcher;
    private final StartCheck check;
    private final Charset charset = NativeEncoding.forTexts();
    private final ExecutorService starting = DaemonThreads.pool("tasker-start", 1);
    private final Executor readers;
    private final ScheduledExecutorService timer;
    private final Terminator terminator;
    private final TimeLimits limits;

    /** By the key of the order. */
    private final Map<String, StartedCommand> submitted = new ConcurrentHashMap<>();

    private final List<WaitingShell> lost = new ArrayList<>();
    private final AtomicBoolean checking = new AtomicBoolean();
    private volatile WaitingShell current;
    private volatile long pollMillis;
    private volatile boolean closed;
    private long orders;

    /**
     * @param environment all variables that the commands inherit
     * @param readers threads that read the output of ended commands; reading much output takes long
     */
    WaitingShells(
            ControlDirectory control,
            Path directory,
            Map<String, String> environment,
            ShellLauncher launcher,
            ExecutorService readers,
            ScheduledExecutorService timer) {
        this.control = control;
        this.directory = directory.toAbsolutePath();
        this.environment = Map.copyOf(environment);
        this.launcher = launcher;
        this.check = new StartCheck(directory, environment);
        this.readers = readers;
        this.timer = timer;
        this.terminator = new Terminator(timer);
        this.limits = new TimeLimits(timer);
    }

    Executor readers() {
        return readers;
    }

    Terminator terminator() {
        return terminator;
    }

    TimeLimits limits() {
        return limits;
    }

    void afterMillis(long millis, Runnable action) {
        timer.schedule(action, millis, TimeUnit.MILLISECONDS);
    }

    /** Starts a command. Returns at once. */
    void start(StartedCommand command) {
        try {
            starting.execute(() -> submit(command));
        } catch (RejectedExecutionException e) {
            command.notStarted(StartFailure.notStarted("the run is over, no further command starts"));
        }
    }

    private void submit(StartedCommand started) {
        Command command = started.command;
        WaitingShell shell;
        try {
            Optional<StartFailure> failure = check.of(command);
            if (failure.isPresent()) {
                started.notStarted(failure.get());
                return;
            }
            started.files().createDirectory();
            shell = shell();
        } catch (IOException | RuntimeException e) {
            started.notStarted(StartFailure.notStarted("no command can be started: " + e.getMessage()));
            return;
        }
        String key = Long.toHexString(++orders);
        if (!started.onSubmit(shell, key)) {
            return;
        }
        submitted.put(key, started);
        started.result().whenComplete((result, failure) -> submitted.remove(key));
        try {
            shell.submit(ShellScript.start(
                    started.files().prefix(), key, directory, variables(command), check.argv(command)));
        } catch (IOException e) {
            started.onShellLost(shell);
        }
        pollMillis = SHORTEST_POLL_MILLIS;
        if (checking.compareAndSet(false, true)) {
            scheduleCheck(shell);
        }
    }

    private Map<String, String> variables(Command command) {
        Map<String, String> variables = new HashMap<>(command.environment());
        variables.put(CommandMark.VARIABLE, CommandMark.value(control.mark(command), environment));
        return variables;
    }

    private WaitingShell shell() throws IOException {
        WaitingShell shell = current;
        if (shell != null && !shell.isLost()) {
            return shell;
        }
        Map<String, String> variables = new HashMap<>(environment);
        variables.put(CommandMark.VARIABLE, CommandMark.value(control.shellMark(), environment));
        WaitingShell started = WaitingShell.start(launcher, control.newShell(), variables, directory, charset);
        synchronized (lost) {
            if (shell != null) {
                lost.add(shell);
            }
            if (closed) {
                started.close();
                throw new IOException("the run is over");
            }
            current = started;
        }
        started.onEnd(() -> onEnd(started));
        if (started.reportsEnds()) {
            DaemonThreads.start("tasker-ends", () -> started.read(this::onReport));
        }
        return started;
    }

    private void onEnd(WaitingShell shell) {
        if (!closed) {
            submitted.values().forEach(command -> command.onShellLost(shell));
        }
    }

    private void onReport(ShellReport report) {
        StartedCommand command = submitted.get(report.key());
        if (command != null) {
            command.onReport(report);
        }
    }

    /** Ends a shell that does not respond, so that the next command starts another one. */
    void giveUp(WaitingShell shell) {
        if (shell != null) {
            shell.kill();
        }
    }

    private void scheduleCheck(WaitingShell shell) {
        long pause = CHECK.toMillis();
        if (!shell.reportsEnds()) {
            pause = pollMillis;
            pollMillis = Math.min(2 * pause, LONGEST_POLL_MILLIS);
        }
        try {
            afterMillis(pause, this::checkAll);
        } catch (RejectedExecutionException e) {
            // closed
        }
    }

    private void checkAll() {
        WaitingShell shell = current;
        try {
            shell.keepAlive();
        } catch (IOException e) {
            // the next check tries again
        }
        submitted.values().forEach(command -> command.check(shell.reportsEnds() ? CHECK : Duration.ZERO));
        checking.set(false);
        boolean needed = !submitted.isEmpty() || !shell.reportsEnds();
        if (needed && !closed && checking.compareAndSet(false, true)) {
            scheduleCheck(shell);
        }
    }

    /** Ends the shells. */
    void close() {
        starting.shutdown();
        List<WaitingShell> shells;
        synchronized (lost) {
            closed = true;
            shells = new ArrayList<>(lost);
            if (current != null) {
                shells.add(current);
            }
        }
        shells.forEach(WaitingShell::close);
    }
}
