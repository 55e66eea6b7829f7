package io.jenkins.plugins.tasker.report.svg;

import io.jenkins.plugins.tasker.text.DecimalText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Converts instants to positions on the time axis. The picture is as wide as its page. Lengths in pixels refer to the
 * narrowest page, so that what fits there fits everywhere.
 */
record TimelineScale(Instant start, Instant end) {

    /** Where the axis starts, in percent of the width; the names of the hosts are left of it. */
    static final double LEFT = 16;

    /** Where the axis ends, in percent of the width. */
    static final double RIGHT = 99;

    /** The minimum width of the picture in pixels; fits a build page in a window of 1280 pixels. */
    static final int NARROWEST = 880;

    private static final int TICKS = 8;
    private static final long[] STEPS = {
        1,
        2,
        5,
        10,
        20,
        50,
        100,
        200,
        500,
        1000,
        2000,
        5000,
        10_000,
        15_000,
        30_000,
        60_000,
        120_000,
        300_000,
        600_000,
        900_000,
        1_800_000,
        3_600_000,
        7_200_000,
        14_400_000,
        28_800_000,
        86_400_000
    };

    /** A mark of the axis. */
    record Tick(double percent, String text) {}

    static TimelineScale of(Instant start, Instant end) {
        return new TimelineScale(start, end.isAfter(start.plusMillis(1)) ? end : start.plusMillis(1));
    }

    /** Returns the position in percent of the width of the picture. */
    double percent(Instant time) {
        return LEFT + (RIGHT - LEFT) * share(time);
    }

    /** Returns the distance from the start of the axis in pixels, on the narrowest page. */
    double pixels(Instant time) {
        return NARROWEST * (RIGHT - LEFT) / 100 * share(time);
    }

    /** Converts pixels of the narrowest page to percent of the width. */
    static double percentOf(double pixels) {
        return pixels * 100 / NARROWEST;
    }

    private double share(Instant time) {
        double share = (double) Duration.between(start, time).toNanos()
                / Duration.between(start, end).toNanos();
        return Math.max(0, Math.min(1, share));
    }

    List<Tick> ticks() {
        long length = Math.max(1, Duration.between(start, end).toMillis());
        long step = STEPS[STEPS.length - 1];
        for (long candidate : STEPS) {
            if (length / candidate <= TICKS) {
                step = candidate;
                break;
            }
        }
        while (length / step > TICKS) {
            step *= 2;
        }
        List<Tick> ticks = new ArrayList<>();
        for (long at = 0; at <= length; at += step) {
            ticks.add(new Tick(percent(start.plusMillis(at)), text(at, step)));
        }
        return ticks;
    }

    private static String text(long millis, long step) {
        if (millis == 0) {
            return "0";
        }
        long seconds = millis / 1000;
        if (step < 1000) {
            String fraction = DecimalText.decimal(millis % 1000 / 1000.0);
            return step >= 10 ? seconds + fraction.substring(1) + " s" : millis + " ms";
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + (seconds % 60 == 0 ? " min" : ":" + two(seconds % 60) + " min");
        }
        return seconds / 3600 + (seconds / 60 % 60 == 0 ? " h" : ":" + two(seconds / 60 % 60) + " h");
    }

    private static String two(long number) {
        return (number < 10 ? "0" : "") + number;
    }
}
