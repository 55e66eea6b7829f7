package io.jenkins.plugins.tasker.report.svg;

import io.jenkins.plugins.tasker.text.DecimalText;
import java.time.Instant;
import java.util.List;

/** Counts how many attempts run at each time. */
final class TimelineDensity {

    /** The number of intervals between start and end. */
    static final int BINS = 300;

    private final int[] counts;

    private TimelineDensity(int[] counts) {
        this.counts = counts;
    }

    static TimelineDensity of(List<TimelineBar> bars, TimelineScale scale) {
        int[] changes = new int[BINS + 1];
        for (TimelineBar bar : bars) {
            int first = bin(scale, bar.start());
            changes[first]++;
            changes[Math.max(first + 1, bin(scale, bar.end()))]--;
        }
        int[] counts = new int[BINS];
        int running = 0;
        for (int i = 0; i < BINS; i++) {
            running += changes[i];
            counts[i] = running;
        }
        return new TimelineDensity(counts);
    }

    private static int bin(TimelineScale scale, Instant time) {
        double share = (scale.percent(time) - TimelineScale.LEFT) / (TimelineScale.RIGHT - TimelineScale.LEFT);
        return Math.min(BINS - 1, (int) (share * BINS));
    }

    int most() {
        int most = 0;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        return most;
    }

    /** Returns the path of the area below the curve, {@link #BINS} wide. */
    String path(int height) {
        double unit = (double) height / Math.max(1, most());
        StringBuilder path = new StringBuilder("M0 ").append(height);
        int before = -1;
        for (int i = 0; i < BINS; i++) {
            if (counts[i] != before) {
                path.append('H').append(i).append('V').append(DecimalText.decimal(height - counts[i] * unit));
                before = counts[i];
            }
        }
        return path.append('H')
                .append(BINS)
                .append('V')
                .append(height)
                .append('z')
                .toString();
    }
}
