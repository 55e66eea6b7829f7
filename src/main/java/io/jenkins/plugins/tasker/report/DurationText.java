package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.text.DecimalText;
import java.time.Duration;

/** Durations with their units. */
public final class DurationText {

    private DurationText() {}

    /** Returns {@code 0.123 s}, {@code 30 s}, {@code 4 min 05 s} or {@code 3 h 07 min}: to the millisecond below a minute. */
    public static String exact(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds >= 3600) {
            return seconds / 3600 + " h" + rest(seconds / 60 % 60, "min");
        }
        if (seconds >= 60) {
            return seconds / 60 + " min" + rest(seconds % 60, "s");
        }
        return (duration.toMillisPart() == 0 && seconds > 0 ? seconds : TaskResult.seconds(duration)) + " s";
    }

    private static String rest(long number, String unit) {
        return number == 0 ? "" : (number < 10 ? " 0" : " ") + number + " " + unit;
    }

    /** Returns {@code 480 ms}, {@code 1.3 s}, {@code 15 s} or {@code 4 min 05 s}: rounded, for pictures and tables. */
    public static String brief(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        return millis < 9950
                ? DecimalText.decimal(Math.round(millis / 100.0) / 10.0) + " s"
                : exact(Duration.ofSeconds(Math.round(millis / 1000.0)));
    }
}
