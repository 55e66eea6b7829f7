package io.jenkins.plugins.tasker.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The engine's single thread: ends of commands and timers arrive here one after another, so the state of a run needs no
 * locks, however many commands are in flight.
 *
 * <p>While a {@link RecordedHistory} has events left, they say what arrives next, and everything else waits.
 */
final class EngineLoop {

    /** Something that is due at a time. */
    record Timer(long due, long order, TaskKey task, Runnable action) {}

    /** @param attempt whose end it is; empty if it is something else */
    private record Arrival(Optional<TaskKey> attempt, Runnable action) {}

    private final RecordedHistory recorded;
    private final Consumer<TaskKey> waited;
    private final Consumer<Interrupt> interrupt;
    private final BlockingQueue<Arrival> inbox = new LinkedBlockingQueue<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparingLong(Timer::due).thenComparingLong(Timer::order));
    private long order;
    private boolean live;

    /** What arrived while something recorded was to come first. */
    private final Deque<Arrival> early = new ArrayDeque<>();

    private final Map<TaskKey, Runnable> recordedEnds = new HashMap<>();
    private final Set<TaskKey> running = new HashSet<>();

    /**
     * @param waited is told when a timer is due, before its action runs
     * @param interrupt repeats a recorded interrupt
     */
    EngineLoop(RecordedHistory recorded, Consumer<TaskKey> waited, Consumer<Interrupt> interrupt) {
        this.recorded = recorded;
        this.waited = waited;
        this.interrupt = interrupt;
        this.live = recorded.isOver();
    }

    /** Whether something has arrived that was not recorded; until then, all that happens follows from the past. */
    boolean isLive() {
        return live;
    }

    /** Has an action run on the engine's thread; may be called from any thread. */
    void post(Runnable action) {
        inbox.add(new Arrival(Optional.empty(), action));
    }

    /** The end of an attempt will arrive; on the engine's thread only. */
    void expect(TaskKey attempt) {
        running.add(attempt);
    }

    /** The end of an attempt arrives; may be called from any thread. */
    void ended(TaskKey attempt, Runnable action) {
        inbox.add(new Arrival(Optional.of(attempt), () -> {
            running.remove(attempt);
            action.run();
        }));
    }

    /** The recorded end of an attempt arrives when its turn comes; on the engine's thread only. */
    void endedAsRecorded(TaskKey attempt, Runnable action) {
        recordedEnds.put(attempt, action);
    }

    /**
     * Runs an action later; on the engine's thread only.
     *
     * @param start by {@link System#nanoTime()}
     */
    Timer after(long start, Duration delay, TaskKey task, Runnable action) {
        Timer timer = new Timer(start + delay.toNanos(), order++, task, action);
        timers.add(timer);
        return timer;
    }

    void cancel(Timer timer) {
        timers.remove(timer);
    }

    /** Runs what is waiting for its time at once: after an interrupt nobody waits any more. */
    void expireTimers() {
        while (!timers.isEmpty()) {
            timers.poll().action().run();
        }
    }

    /** Runs what has arrived, without waiting. */
    void runWaiting() {
        if (recorded.next().orElse(null) instanceof RunEvent.Interrupted interrupted) {
            interrupt.accept(interrupted.cause());
        }
        while (recorded.isOver()) {
            Arrival arrival = early.isEmpty() ? inbox.poll() : early.poll();
            if (arrival == null) {
                return;
            }
            arrival.action().run();
        }
    }

    /** Works until the condition holds. */
    void await(BooleanSupplier done) throws InterruptedException {
        while (!done.getAsBoolean()) {
            Optional<RunEvent> next = recorded.next();
            if (next.isPresent()) {
                repeat(next.get());
            } else if (!early.isEmpty()) {
                live = true;
                early.poll().action().run();
            } else {
                awaitNext();
            }
        }
    }

    private void awaitNext() throws InterruptedException {
        live = true;
        Timer timer = timers.peek();
        if (timer == null) {
            inbox.take().action().run();
            return;
        }
        long wait = timer.due() - System.nanoTime();
        Arrival arrival = wait > 0 ? inbox.poll(wait, TimeUnit.NANOSECONDS) : inbox.poll();
        if (arrival != null) {
            arrival.action().run();
        } else if (timer.due() - System.nanoTime() <= 0) {
            fire(timer);
        }
    }

    private void fire(Timer timer) {
        timers.remove(timer);
        waited.accept(timer.task());
        timer.action().run();
    }

    /** Has happen what is recorded next. */
    private void repeat(RunEvent next) throws InterruptedException {
        if (next instanceof RunEvent.Interrupted interrupted) {
            interrupt.accept(interrupted.cause());
        } else if (next instanceof RunEvent.Waited over) {
            fire(timers.stream()
                    .filter(timer -> timer.task().equals(over.task()))
                    .findFirst()
                    .orElseThrow(() -> recorded.diverged("nothing waits for its time there")));
        } else {
            TaskKey attempt = RecordedHistory.endedAttempt(next)
                    .orElseThrow(() -> recorded.diverged("the run waits for the end of a task"));
            Runnable end = recordedEnds.remove(attempt);
            if (end != null) {
                end.run();
            } else if (running.contains(attempt)) {
                awaitEnd(attempt);
            } else {
                throw recorded.diverged("that task does not run");
            }
        }
    }

    private void awaitEnd(TaskKey attempt) throws InterruptedException {
        while (true) {
            Arrival arrival = inbox.take();
            if (arrival.attempt().equals(Optional.of(attempt))) {
                arrival.action().run();
                return;
            }
            early.add(arrival);
        }
    }
}
