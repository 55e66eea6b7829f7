package io.jenkins.plugins.tasker.command.process;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Ends commands by force, on the thread of a timer. Terminations at the same time share each snapshot of the processes,
 * because taking a snapshot is slow.
 */
public final class Terminator {

    private static final long SHORTEST_PAUSE_MILLIS = 2;
    private static final long LONGEST_PAUSE_MILLIS = 32;

    private final ScheduledExecutorService timer;
    private final Queue<Termination> fresh = new ConcurrentLinkedQueue<>();

    // used by the timer thread only
    private final List<Termination> active = new ArrayList<>();
    private long pause = SHORTEST_PAUSE_MILLIS;
    private boolean scheduled;

    /** @param timer has one thread */
    public Terminator(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /** Starts a termination. */
    public void begin(Termination termination) {
        fresh.add(termination);
        timer.execute(this::beginFresh);
    }

    /** Executes a requested {@link Termination#kill()} at once. */
    public void stepNow() {
        timer.execute(this::step);
    }

    private void beginFresh() {
        List<Termination> begun = new ArrayList<>();
        for (Termination termination = fresh.poll(); termination != null; termination = fresh.poll()) {
            begun.add(termination);
        }
        LazyProcessTable table = new LazyProcessTable(begun);
        for (Termination termination : begun) {
            boolean failed = attempt(() -> {
                termination.begin(table);
                return false;
            });
            if (failed) {
                termination.done();
            } else {
                active.add(termination);
            }
            pause = SHORTEST_PAUSE_MILLIS;
        }
        scheduleNext();
    }

    private void step() {
        long start = System.nanoTime();
        LazyProcessTable table = new LazyProcessTable(active);
        active.removeIf(termination -> {
            boolean done = attempt(() -> termination.step(table));
            if (done) {
                termination.done();
            }
            return done;
        });
        // pause at least as long as a step takes
        pause = Math.max(pause, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        scheduleNext();
    }

    /** @return whether the termination is over; true after an error, so that no command waits for ever */
    private static boolean attempt(BooleanSupplier action) {
        try {
            return action.getAsBoolean();
        } catch (RuntimeException e) {
            // fetched only here: the first logger of a JVM takes as long as a whole short run
            System.getLogger(Terminator.class.getName())
                    .log(Level.WARNING, "Terminating a command failed; its processes may still run", e);
            return true;
        }
    }

    private void scheduleNext() {
        if (!scheduled && !active.isEmpty()) {
            scheduled = true;
            timer.schedule(this::scheduledStep, pause, TimeUnit.MILLISECONDS);
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
    }

    private void scheduledStep() {
        scheduled = false;
        step();
    }

    /** Takes a snapshot of the processes on first use. */
    private static final class LazyProcessTable implements Supplier<ProcessTable> {

        private final List<ProcessHandle> roots;
        private ProcessTable table;

        LazyProcessTable(List<Termination> terminations) {
            roots = terminations.stream()
                    .flatMap(termination -> termination.known().stream())
                    .toList();
        }

        @Override
        public ProcessTable get() {
            if (table == null) {
                table = ProcessTable.read(roots);
            }
            return table;
        }
    }
}
