package io.jenkins.plugins.tasker.acceptance;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks again and again: over HTTP there is nothing that could be waited for. */
final class Poll {

    static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Until an agent is back whose connection was lost: so long a run waits for it, and a minute. */
    static final Duration RECONNECTION = Duration.ofMinutes(16);

    private static final long PAUSE_MILLIS = 100;

    private Poll() {}

    /** @param what is waited for, for the message if it does not come */
    static <T> T until(String what, Supplier<Optional<T>> answer) {
        return until(PATIENCE, what, answer);
    }

    static <T> T until(Duration patience, String what, Supplier<Optional<T>> answer) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<T> found = answer.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + patience.toMinutes() + " minutes: " + what);
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                throw new AssertionError("interrupted while waiting: " + what, e);
            }
        }
    }
}
