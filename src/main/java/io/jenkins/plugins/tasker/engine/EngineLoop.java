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
 * The event loop of the engine. One thread processes ends of commands, timers and interrupts one after another, so the state
 * of a run needs no locks, however many commands run.
 *
 * <p>During a replay, the {@link RecordedHistory} determines the order: the loop defers every arrival until its recorded
 * event is next.
 */
final class EngineLoop {

    /** An action that runs at a time, by {@link System#nanoTime()}; {@code order} decides between equal times. */
    record Timer(long due, long order, TaskKey task, Runnable action) {}

    /**
     * An action that is queued for the engine's thread.
     *
     * @param attempt the attempt that ended; empty for another action
     */
    private record Arrival(Optional<TaskKey> attempt, Runnable action) {}

    private final RecordedHistory recorded;
    private final Consumer<TaskKey> onTimer;
    private final Consumer<Interrupt> interrupt;
    private final Runnable onWait;
    private final BlockingQueue<Arrival> inbox = new LinkedBlockingQueue<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparingLong(Timer::due).thenComparingLong(Timer::order));
    private long order;
    private boolean live;

    /** Arrivals that wait until the recorded events before them are replayed. */
    private final Deque<Arrival> deferred = new ArrayDeque<>();

    private final Map<TaskKey, Runnable> recordedEnds = new HashMap<>();
    private final Set<TaskKey> running = new HashSet<>();

    /**
     * @param onTimer called when a timer expires, before its action runs
     * @param interrupt called to replay a recorded interrupt
     * @param onWait called before the loop waits for an arrival
     */
    EngineLoop(RecordedHistory recorded, Consumer<TaskKey> onTimer, Consumer<Interrupt> interrupt, Runnable onWait) {
        this.recorded = recorded;
        this.onTimer = onTimer;
        this.interrupt = interrupt;
        this.onWait = onWait;
        this.live = recorded.isReplayed();
    }

    /** Returns whether the loop has processed an arrival that is not recorded. */
    boolean isLive() {
        return live;
    }

    /** Queues an action for the engine's thread; may be called from any thread. */
    void post(Runnable action) {
        inbox.add(new Arrival(Optional.empty(), action));
    }

    /** Registers a running attempt before its end can arrive; called on the engine's thread. */
    void expect(TaskKey attempt) {
        running.add(attempt);
    }

    /** Queues the end of an attempt; may be called from any thread. */
    void ended(TaskKey attempt, Runnable action) {
        inbox.add(new Arrival(Optional.of(attempt), () -> {
            running.remove(attempt);
            action.run();
        }));
    }

    /** Registers the recorded end of an attempt, which runs in the recorded order; called on the engine's thread. */
    void endRecorded(TaskKey attempt, Runnable action) {
        recordedEnds.put(attempt, action);
    }

    /**
     * Schedules an action; called on the engine's thread.
     *
     * @param start the begin of the delay, by {@link System#nanoTime()}
     */
    Timer schedule(long start, Duration delay, TaskKey task, Runnable action) {
        Timer timer = new Timer(start + delay.toNanos(), order++, task, action);
        timers.add(timer);
        return timer;
    }

    void cancel(Timer timer) {
        timers.remove(timer);
    }

    /** Runs the actions of all timers at once; called after an interrupt. */
    void expireTimers() {
        while (!timers.isEmpty()) {
            timers.poll().action().run();
        }
    }

    /** Processes all queued arrivals, without waiting. */
    void processQueued() {
        if (recorded.next().orElse(null) instanceof RunEvent.Interrupted interrupted) {
            interrupt.accept(interrupted.cause());
        }
        while (recorded.isReplayed()) {
            Arrival arrival = deferred.isEmpty() ? inbox.poll() : deferred.poll();
            if (arrival == null) {
                return;
            }
            arrival.action().run();
        }
    }

    /** Processes arrivals until the condition is true. */
    void await(BooleanSupplier done) throws InterruptedException {
        while (!done.getAsBoolean()) {
            Optional<RunEvent> next = recorded.next();
            if (next.isPresent()) {
                replay(next.get());
            } else if (!deferred.isEmpty()) {
                live = true;
                deferred.poll().action().run();
            } else {
                awaitNext();
            }
        }
    }

    private void awaitNext() throws InterruptedException {
        live = true;
        if (inbox.isEmpty()) {
            onWait.run();
        }
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
            expire(timer);
        }
    }

    private void expire(Timer timer) {
        timers.remove(timer);
        onTimer.accept(timer.task());
        timer.action().run();
    }

    /** Replays the next recorded event. */
    private void replay(RunEvent next) throws InterruptedException {
        if (next instanceof RunEvent.Interrupted interrupted) {
            interrupt.accept(interrupted.cause());
        } else if (next instanceof RunEvent.Waited expired) {
            expire(timers.stream()
                    .filter(timer -> timer.task().equals(expired.task()))
                    .findFirst()
                    .orElseThrow(() -> recorded.diverged("its timer does not run")));
        } else {
            TaskKey attempt = RecordedHistory.endedAttempt(next)
                    .orElseThrow(() -> recorded.diverged("the run waits for the end of a task"));
            Runnable end = recordedEnds.remove(attempt);
            if (end != null) {
                end.run();
            } else if (running.contains(attempt)) {
                awaitEnd(attempt);
            } else {
                throw recorded.diverged("its task does not run");
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
            deferred.add(arrival);
        }
    }
}
