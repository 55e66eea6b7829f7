package io.jenkins.plugins.tasker.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.TimeZone;

/**
 * The clock of this machine for times of now. Its zone is the offset that holds at the moment: that is all a line of the
 * log needs, and to load the rules of a zone would take as long as the rest of Java's own start.
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
