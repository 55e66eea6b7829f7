package io.jenkins.plugins.tasker.command.process;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Ends one command by force (rule 5.12): sends TERM to all its processes, waits for the grace period, and sends KILL. For the
 * thread of the {@link Terminator}, except for {@link #kill()}.
 *
 * <p>Repeated snapshots find processes that start in the meantime: one soon after TERM, one before KILL, and one before the
 * termination is done. Those between them repeat TERM only for a command that its monitor is still starting: programs that a command
 * runs to clean up must survive TERM.
 */
public final class Termination {

    /** Time between TERM and KILL. */
    static final Duration GRACE = Duration.ofSeconds(2);

    /** Time after which a second snapshot finds a process that started while the first one was taken. */
    private static final Duration SECOND_LOOK = Duration.ofMillis(100);

    /** Time after which a snapshot finds a command whose monitor was starting it. Doubles with each snapshot. */
    private static final Duration FIRST_LOOK_AT_START = Duration.ofMillis(20);

    /** Time to wait after KILL. A process that is stuck in a system call may never end. */
    private static final Duration AFTER_KILL = Duration.ofSeconds(1);

    private final Optional<ProcessHandle> root;
    private final BooleanSupplier alive;
    private final String mark;
    private final Runnable done;

    /** Command line of the monitor and its copies; empty if the root is the command itself. */
    private final Optional<String> monitor;

    /** All processes of the command so far, because a process without a parent cannot be found again. */
    private final Set<ProcessHandle> known = new LinkedHashSet<>();

    private final Set<ProcessHandle> signalled = new LinkedHashSet<>();
    private final Set<ProcessHandle> untouchable = new LinkedHashSet<>();
    private volatile boolean killRequested;
    private volatile boolean killing;
    private boolean lookedAgain;
    private long begunAt;
    private long deadline;
    private long nextLookAtStart = FIRST_LOOK_AT_START.toNanos();

    /**
     * @param alive whether the root runs
     * @param done called once, when all processes of the command have ended or cannot be killed
     */
    public Termination(ProcessHandle root, BooleanSupplier alive, String mark, Runnable done) {
        this(Optional.of(root), alive, Optional.empty(), mark, done);
    }

    /** Creates the termination of a command with a monitor: a shell that survives TERM, and may not have started the command yet. */
    public static Termination ofMonitor(ProcessHandle monitor, String mark, Runnable done) {
        return new Termination(
                Optional.of(monitor),
                () -> ProcessStatus.isRunning(monitor),
                monitor.info().commandLine(),
                mark,
                done);
    }

    /** Creates the termination of a command whose first process has ended, or is unknown: its marks name the others. */
    public Termination(String mark, Runnable done) {
        this(Optional.empty(), () -> false, Optional.empty(), mark, done);
    }

    private Termination(
            Optional<ProcessHandle> root, BooleanSupplier alive, Optional<String> monitor, String mark, Runnable done) {
        this.root = root;
        this.alive = alive;
        this.monitor = monitor;
        this.mark = mark;
        this.done = done;
        root.ifPresent(known::add);
    }

    /** Whether a process of the command received a signal. For the time after the termination. */
    public boolean hasSignalled() {
        return !known.isEmpty();
    }

    /** Requests KILL at the next step, without a grace period. */
    public void kill() {
        killRequested = true;
    }

    /** Whether TERM was not sufficient, or not permitted, and KILL was sent. */
    public boolean isKilling() {
        return killing;
    }

    /** Returns all processes of the command so far, running or ended. */
    Set<ProcessHandle> known() {
        return known;
    }

    /** Sends the first signals. */
    void begin(Supplier<ProcessTable> table) {
        begunAt = System.nanoTime();
        deadline = begunAt + GRACE.toNanos();
        if (killRequested) {
            beginKilling();
        }
        signal(table.get());
    }

    /** @return whether the termination is done */
    boolean step(Supplier<ProcessTable> table) {
        boolean late = System.nanoTime() - deadline > 0;
        if (killing && late) {
            return true;
        }
        if (!killing && (late || killRequested)) {
            beginKilling();
            signal(table.get());
            return false;
        }
        if (allGone()) {
            return !signal(table.get());
        }
        if (!killing) {
            lookAgain(table);
        }
        return false;
    }

    private void lookAgain(Supplier<ProcessTable> table) {
        long elapsed = System.nanoTime() - begunAt;
        if (!lookedAgain && elapsed > SECOND_LOOK.toNanos()) {
            lookedAgain = true;
            signal(table.get());
        } else if (monitor.isPresent() && elapsed > nextLookAtStart) {
            nextLookAtStart = 2 * elapsed;
            signal(table.get(), this::isOfMonitor);
        }
    }

    private boolean isOfMonitor(ProcessHandle process) {
        return process.parent().equals(root) || isCopyOfMonitor(process);
    }

    /** A copy of the monitor has the monitor's handler for a moment, which swallows TERM. Then it executes the command. */
    private boolean isCopyOfMonitor(ProcessHandle process) {
        return monitor.isPresent()
                && !root.equals(Optional.of(process))
                && process.info().commandLine().equals(monitor);
    }

    void done() {
        done.run();
    }

    private void beginKilling() {
        killing = true;
        deadline = System.nanoTime() + AFTER_KILL.toNanos();
        signalled.clear();
    }

    private boolean allGone() {
        boolean rootGone =
                !alive.getAsBoolean() || root.filter(untouchable::contains).isPresent();
        return rootGone && signalled.stream().noneMatch(ProcessStatus::isRunning);
    }

    /** @return whether a process received this signal for the first time */
    private boolean signal(ProcessTable table) {
        return signal(table, process -> true);
    }

    private boolean signal(ProcessTable table, Predicate<ProcessHandle> which) {
        boolean found = false;
        Set<ProcessHandle> running = table.processesOf(known, mark);
        known.addAll(running);
        for (ProcessHandle process : running) {
            if (signalled.contains(process) || untouchable.contains(process) || !which.test(process)) {
                continue;
            }
            boolean mayMissTerm = !killing && isCopyOfMonitor(process);
            if (killing ? process.destroyForcibly() : process.destroy()) {
                if (!mayMissTerm) {
                    signalled.add(process);
                }
                found = true;
            } else if (ProcessStatus.isRunning(process)) {
                // it belongs to another user and cannot be killed
                untouchable.add(process);
            }
        }
        return found;
    }
}
