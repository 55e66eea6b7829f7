package io.jenkins.plugins.tasker.engine;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The engine's single thread: ends of commands and timers arrive here one after another, so the state of a run needs no
 * locks, however many commands are in flight.
 */
final class EngineLoop {

    private record Timer(long due, long order, Runnable action) {}

    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparingLong(Timer::due).thenComparingLong(Timer::order));
    private long order;

    /** Has an action run on the engine's thread; may be called from any thread. */
    void post(Runnable action) {
        inbox.add(action);
    }

    /** Runs an action later; on the engine's thread only. */
    void after(Duration delay, Runnable action) {
        timers.add(new Timer(System.nanoTime() + delay.toNanos(), order++, action));
    }

    /** Runs what is waiting for its time at once: after an interrupt nobody waits any more. */
    void expireTimers() {
        while (!timers.isEmpty()) {
            timers.poll().action().run();
        }
    }

    /** Runs what has arrived, without waiting. */
    void runWaiting() {
        Runnable action;
        while ((action = inbox.poll()) != null) {
            action.run();
        }
    }

    /** Works until the condition holds. */
    void await(BooleanSupplier done) throws InterruptedException {
        while (!done.getAsBoolean()) {
            Timer timer = timers.peek();
            if (timer == null) {
                inbox.take().run();
                continue;
            }
            long wait = timer.due() - System.nanoTime();
            Runnable action = wait > 0 ? inbox.poll(wait, TimeUnit.NANOSECONDS) : inbox.poll();
            if (action != null) {
                action.run();
            } else if (timer.due() - System.nanoTime() <= 0) {
                timers.poll().action().run();
            }
        }
    }
}
