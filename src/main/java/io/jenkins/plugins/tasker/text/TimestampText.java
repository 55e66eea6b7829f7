package io.jenkins.plugins.tasker.text;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Writes times for log lines. Uses no formatter, because loading one would delay the start of the command. */
public final class TimestampText {

    private TimestampText() {}

    /** Returns the current time of a clock: {@code [2024-01-15 14:30:15]}. */
    public static String stamp(Clock clock) {
        return "[" + text(clock.instant(), clock.getZone()) + "]";
    }

    /** Returns a time: {@code 2024-01-15 14:30:15}. */
    public static String text(Instant instant, ZoneId zone) {
        LocalDateTime time = LocalDateTime.ofInstant(instant, zone);
        StringBuilder text = new StringBuilder(19);
        text.append(time.toLocalDate()).append(' ');
        twoDigits(text, time.getHour()).append(':');
        twoDigits(text, time.getMinute()).append(':');
        return twoDigits(text, time.getSecond()).toString();
    }

    private static StringBuilder twoDigits(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
