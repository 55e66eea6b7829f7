package io.jenkins.plugins.tasker.validation;

import java.time.Duration;

/**
 * The limits of host validation.
 *
 * @param lookup time for a name to resolve
 * @param ping time for the answer to a ping (rule 14.2)
 * @param connection time for the connection test of one execution type (rule 14.3)
 * @param atOnce number of hosts that are tested at the same time
 */
record HostLimits(Duration lookup, Duration ping, Duration connection, int atOnce) {

    static final HostLimits STANDARD =
            new HostLimits(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10), 64);

    /** The extra time for a program that stops at a limit of its own. */
    static final Duration MARGIN = Duration.ofSeconds(1);

    /** How long after its limit a program is abandoned: it must be terminated first (rule 5.12). */
    static final Duration GRACE = Duration.ofSeconds(10);

    /** Formats a limit for a message. */
    static String seconds(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }
}
