package io.jenkins.plugins.tasker.command.detached;

import io.jenkins.plugins.tasker.command.process.DaemonThreads;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** The thread of all {@link ContainedCommand}s of a runner, and what they share. Checks them while they run. */
final class ContainedLoop {

    private static final int READING_THREADS = 2;
    private static final long TICK_MILLIS = 200;

    /** The monitors are checked every so many ticks. */
    private static final int CHECK_TICKS = 25;

    private static final int KEEP_ALIVE_TICKS = 5;

    private final ControlDirectory control;
    private final Path directory;
    private final ContainedShells shells;
    private final ScheduledExecutorService timer = DaemonThreads.timer("tasker-contained");
    private final ExecutorService readers = DaemonThreads.pool("tasker-read", READING_THREADS);

    /** By the key of the order. */
    private final Map<String, ContainedCommand> running = new ConcurrentHashMap<>();

    private boolean ticking;
    private int ticks;

    ContainedLoop(ControlDirectory control, Path directory, ShellLauncher launcher, Duration limit) {
        this.control = control;
        this.directory = directory.toAbsolutePath();
        this.shells = new ContainedShells(
                control,
                directory,
                launcher,
                limit,
                report -> execute(() -> onReport(report)),
                gone -> execute(() -> List.copyOf(running.values()).forEach(command -> command.onShellLost(gone))));
    }

    ContainedShells shells() {
        return shells;
    }

    Path directory() {
        return directory;
    }

    String shellMark() {
        return control.shellMark();
    }

    Executor readers() {
        return readers;
    }

    /** Executes an action on the thread of the loop; never after {@link #close}. */
    void execute(Runnable action) {
        try {
            timer.execute(action);
        } catch (RejectedExecutionException e) {
            // closed
        }
    }

    Future<?> after(Duration time, Runnable action) {
        try {
            return timer.schedule(action, Math.max(0, time.toMillis()), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Returns the key of the next order of a command. */
    String register(ContainedCommand command) {
        String key = shells.newKey();
        running.put(key, command);
        if (!ticking) {
            ticking = true;
            after(Duration.ofMillis(TICK_MILLIS), this::tick);
        }
        return key;
    }

    void forget(String key) {
        running.remove(key);
    }

    private void tick() {
        ticks++;
        boolean all = ticks % CHECK_TICKS == 0;
        running.values().stream()
                .filter(command -> all || command.isWithoutShell())
                .toList()
                .forEach(command -> command.check().run());
        if (ticks % KEEP_ALIVE_TICKS == 0) {
            shells.keepAlive();
        }
        if (all) {
            checkMonitors();
        }
        // a shell that polls needs a sign of life as long as it runs
        after(Duration.ofMillis(TICK_MILLIS), this::tick);
    }

    private void checkMonitors() {
        Map<String, Long> monitors = new LinkedHashMap<>();
        running.forEach(
                (key, command) -> command.check().monitor().ifPresent(process -> monitors.put(checkKey(key), process)));
        if (monitors.isEmpty()) {
            return;
        }
        try {
            shells.get().submit(ContainedScript.check(monitors));
        } catch (IOException e) {
            // without a shell, the container is gone, and the commands with it
            List.copyOf(running.values()).forEach(command -> command.check().onMonitorGone());
        }
    }

    private static String checkKey(String key) {
        return "x" + key;
    }

    private void onReport(ShellReport report) {
        ContainedCommand command = running.get(report.key());
        if (command != null) {
            command.onReport(report);
        } else if (report.key().startsWith("x")
                && running.containsKey(report.key().substring(1))) {
            running.get(report.key().substring(1)).check().onMonitorGone();
        }
    }

    /** Asks the shell. Both actions run on the thread of the loop. */
    void ask(Function<String, String> order, Consumer<ShellReport> onAnswer, Consumer<String> onFailure) {
        shells.ask(order)
                .whenComplete((answer, failure) -> execute(() -> {
                    if (failure == null) {
                        onAnswer.accept(answer);
                    } else {
                        onFailure.accept(failure.getMessage());
                    }
                }));
    }

    void close() {
        shells.close();
        timer.shutdown();
        readers.shutdown();
    }
}
