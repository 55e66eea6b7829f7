package io.jenkins.plugins.tasker.command.process;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The end of one command by force (rule 5.12): TERM to all its processes, a grace, KILL. Used by the thread of the
 * {@link Terminator}, except for {@link #kill()}.
 *
 * <p>Processes that are born meanwhile are found by looking again: before KILL, and before all are said to be gone.
 */
public final class Termination {

    /** Time to end in an orderly way after TERM. */
    static final Duration GRACE = Duration.ofSeconds(2);

    /** A process that has got KILL ends as soon as the system lets it; stuck in a system call it never does. */
    private static final Duration AFTER_KILL = Duration.ofSeconds(1);

    private final ProcessHandle root;
    private final BooleanSupplier alive;
    private final String mark;
    private final Runnable done;

    /** All that ever belonged to the command; who has lost its parent meanwhile could not be found again. */
    private final Set<ProcessHandle> known = new LinkedHashSet<>();

    private final Set<ProcessHandle> signalled = new LinkedHashSet<>();
    private final Set<ProcessHandle> untouchable = new LinkedHashSet<>();
    private volatile boolean killRequested;
    private boolean killing;
    private long deadline;

    /**
     * @param alive whether the root has not ended, as far as whoever waits for it knows
     * @param done called once, when no process of the command runs any more, or nothing more can be done about it
     */
    public Termination(ProcessHandle root, BooleanSupplier alive, String mark, Runnable done) {
        this.root = root;
        this.alive = alive;
        this.mark = mark;
        this.done = done;
        known.add(root);
    }

    /** KILL at the next step, without any grace. */
    public void kill() {
        killRequested = true;
    }

    /** The processes that are known to belong to the command, running or not. */
    Set<ProcessHandle> known() {
        return known;
    }

    /** First signals. */
    void begin(Supplier<ProcessTable> table) {
        deadline = System.nanoTime() + GRACE.toNanos();
        if (killRequested) {
            beginKilling();
        }
        signal(table.get());
    }

    /** @return whether that was all */
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
        return allGone() && !signal(table.get());
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
        boolean rootGone = !alive.getAsBoolean() || untouchable.contains(root);
        return rootGone && signalled.stream().noneMatch(ProcessStatus::isRunning);
    }

    /** @return whether there were processes that had not got this signal */
    private boolean signal(ProcessTable table) {
        boolean found = false;
        Set<ProcessHandle> running = table.processesOf(known, mark);
        known.addAll(running);
        for (ProcessHandle process : running) {
            if (signalled.contains(process) || untouchable.contains(process)) {
                continue;
            }
            if (killing ? process.destroyForcibly() : process.destroy()) {
                signalled.add(process);
                found = true;
            } else if (ProcessStatus.isRunning(process)) {
                // it belongs to another user: there is nothing to wait for
                untouchable.add(process);
            }
        }
        return found;
    }
}
