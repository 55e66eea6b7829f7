package io.jenkins.plugins.tasker.agent;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Polls for an agent that is not connected, until it is found, the time is over, or the wait is cancelled. */
public final class AgentWait {

    private static final long POLL_MILLIS = 250;

    /** Searches for what the caller waits for. */
    @FunctionalInterface
    public interface Probe<T> {
        /** Returns at once; empty if the agent is not ready yet. */
        Optional<T> find() throws InterruptedException;
    }

    private final CountDownLatch cancelled = new CountDownLatch(1);

    /**
     * Calls the probe at least once.
     *
     * @param timeout zero calls it exactly once
     * @return empty if the time is over or the wait was cancelled
     */
    public <T> Optional<T> poll(Duration timeout, Probe<T> probe) throws InterruptedException {
        long start = System.nanoTime();
        while (true) {
            Optional<T> found = probe.find();
            if (found.isPresent()
                    || System.nanoTime() - start >= timeout.toNanos()
                    || cancelled.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                return found;
            }
        }
    }

    /** Ends all current waits, and each later one after its first probe. */
    public void cancel() {
        cancelled.countDown();
    }

    public boolean isCancelled() {
        return cancelled.getCount() == 0;
    }
}
