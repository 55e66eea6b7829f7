package io.jenkins.plugins.tasker.acceptance;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Polls until a condition holds, because HTTP offers no notification. */
final class Poll {

    static final Duration TIMEOUT = Duration.ofMinutes(3);

    /** How long to wait for an agent to reconnect: the default reconnect timeout of a run, and a minute. */
    static final Duration RECONNECTION = Duration.ofMinutes(16);

    private static final long PAUSE_MILLIS = 100;

    private Poll() {}

    /** @param what the expected event, for the message of a timeout */
    static <T> T until(String what, Supplier<Optional<T>> answer) {
        return until(TIMEOUT, what, answer);
    }

    static <T> T until(Duration timeout, String what, Supplier<Optional<T>> answer) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            Optional<T> found = answer.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + timeout.toMinutes() + " minutes: " + what);
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                throw new AssertionError("interrupted while waiting: " + what, e);
            }
        }
    }
}
