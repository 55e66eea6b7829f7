package io.jenkins.plugins.tasker.validation;

import java.time.Duration;

/**
 * How long the validation of a host may take, and how many hosts are looked at at once.
 *
 * @param lookup for the name to resolve
 * @param ping for the answer to a ping (rule 14.2)
 * @param connection for the connection test of one type (rule 14.3)
 */
record HostLimits(Duration lookup, Duration ping, Duration connection, int atOnce) {

    static final HostLimits STANDARD =
            new HostLimits(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10), 50);

    /** What a program that watches its own limit may need beyond it. */
    static final Duration MARGIN = Duration.ofSeconds(1);

    /** How long after its own limit a program is given up: it has to be terminated first (rule 5.12). */
    static final Duration GRACE = Duration.ofSeconds(10);

    /** For a message. */
    static String seconds(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }
}
