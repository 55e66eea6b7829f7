package io.jenkins.plugins.tasker.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.TimeZone;

/**
 * The clock of this machine. Its zone is the current offset, which suffices for lines of the log; loading the rules of a zone
 * would double the start time of Java.
 */
final class LocalClock extends Clock {

    private final Clock clock = Clock.systemUTC();
    private final TimeZone zone = TimeZone.getDefault();

    @Override
    public ZoneId getZone() {
        return ZoneOffset.ofTotalSeconds(zone.getOffset(clock.millis()) / 1000);
    }

    @Override
    public Clock withZone(ZoneId other) {
        return clock.withZone(other);
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }
}
