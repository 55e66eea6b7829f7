package io.jenkins.plugins.tasker.text;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Times as log lines show them; written without a formatter, whose loading would slow down the start of the command. */
public final class TimestampText {

    private TimestampText() {}

    /** {@code [2024-01-15 14:30:15]} */
    public static String stamp(Clock clock) {
        return "[" + text(clock.instant(), clock.getZone()) + "]";
    }

    /** {@code 2024-01-15 14:30:15} */
    public static String text(Instant instant, ZoneId zone) {
        LocalDateTime time = LocalDateTime.ofInstant(instant, zone);
        StringBuilder text = new StringBuilder(19);
        text.append(time.toLocalDate()).append(' ');
        two(text, time.getHour()).append(':');
        two(text, time.getMinute()).append(':');
        return two(text, time.getSecond()).toString();
    }

    private static StringBuilder two(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
