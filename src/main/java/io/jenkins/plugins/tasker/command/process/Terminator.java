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
 * Ends commands by force, on the thread of a timer. All that end at the same time share each look at the processes of the
 * machine, which is what takes the time.
 */
public final class Terminator {

    private static final long SHORTEST_PAUSE_MILLIS = 2;
    private static final long LONGEST_PAUSE_MILLIS = 32;

    private final ScheduledExecutorService timer;
    private final Queue<Termination> fresh = new ConcurrentLinkedQueue<>();

    // From here on for the thread only.
    private final List<Termination> active = new ArrayList<>();
    private long pause = SHORTEST_PAUSE_MILLIS;
    private boolean scheduled;

    public Terminator(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    public void begin(Termination termination) {
        fresh.add(termination);
        timer.execute(this::beginFresh);
    }

    /** To be called after {@link Termination#kill()}, so that it happens now. */
    public void hurry() {
        timer.execute(this::step);
    }

    private void beginFresh() {
        List<Termination> begun = new ArrayList<>();
        for (Termination termination = fresh.poll(); termination != null; termination = fresh.poll()) {
            begun.add(termination);
        }
        Glance table = new Glance(begun);
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
        Glance table = new Glance(active);
        active.removeIf(termination -> {
            boolean done = attempt(() -> termination.step(table));
            if (done) {
                termination.done();
            }
            return done;
        });
        // the more there is to look at, the more may happen between two looks
        pause = Math.max(pause, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        scheduleNext();
    }

    /** @return whether it is over: also after an error, because nobody must wait for ever for a termination */
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

    /** Looks at the processes of the machine when first asked, and only once. */
    private static final class Glance implements Supplier<ProcessTable> {

        private final List<ProcessHandle> roots;
        private ProcessTable table;

        Glance(List<Termination> terminations) {
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
