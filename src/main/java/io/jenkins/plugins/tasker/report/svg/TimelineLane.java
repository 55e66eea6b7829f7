package io.jenkins.plugins.tasker.report.svg;

import io.jenkins.plugins.tasker.text.Counted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The bars of one host. Attempts that overlap are in different rows. Short neighbours with the same mark are joined. */
final class TimelineLane {

    /** Bars narrower than this number of pixels are joined with equal neighbours. */
    private static final double NARROW = 4;

    /** The maximum gap between joined neighbours, in pixels. */
    private static final double GAP = 2.5;

    private static final int CROWDED_HEIGHT = 46;

    /** The overlap that is ignored: starts and ends come from two clocks. */
    private static final long OVERLAP_MILLIS = 5;

    /** The maximum number of rows; above it the lane shows a curve of how many attempts ran at each time. */
    private static final int MOST_ROWS = 48;

    final String host;
    final List<TimelineBar> bars;
    final List<List<TimelineBar>> rows = new ArrayList<>();
    private boolean crowded;

    private TimelineLane(String host, List<TimelineBar> bars) {
        this.host = host;
        this.bars = bars;
    }

    /** Merges several hosts into one lane. */
    static TimelineLane merge(List<TimelineLane> lanes, TimelineScale scale) {
        List<TimelineBar> all = new ArrayList<>();
        lanes.forEach(lane -> all.addAll(lane.bars));
        TimelineLane lane = of(Counted.of(lanes.size(), "more host"), all, scale);
        lane.crowded = true;
        return lane;
    }

    static TimelineLane of(String host, List<TimelineBar> bars, TimelineScale scale) {
        List<TimelineBar> sorted = new ArrayList<>(bars);
        sorted.sort(Comparator.comparing(TimelineBar::start));
        TimelineLane lane = new TimelineLane(host, sorted);
        sorted.stream().takeWhile(bar -> !lane.crowded).forEach(lane::place);
        for (int i = 0; i < lane.rows.size(); i++) {
            lane.rows.set(i, joined(lane.rows.get(i), scale));
        }
        return lane;
    }

    private void place(TimelineBar bar) {
        Instant latest = bar.start().plusMillis(OVERLAP_MILLIS);
        for (List<TimelineBar> row : rows) {
            if (!row.get(row.size() - 1).end().isAfter(latest)) {
                row.add(bar);
                return;
            }
        }
        crowded = rows.size() == MOST_ROWS;
        rows.add(new ArrayList<>(List.of(bar)));
    }

    private static List<TimelineBar> joined(List<TimelineBar> row, TimelineScale scale) {
        List<TimelineBar> joined = new ArrayList<>();
        for (TimelineBar bar : row) {
            int last = joined.size() - 1;
            if (last >= 0 && belongTogether(joined.get(last), bar, scale)) {
                joined.set(last, joined.get(last).join(bar));
            } else {
                joined.add(bar);
            }
        }
        return joined;
    }

    private static boolean belongTogether(TimelineBar bar, TimelineBar next, TimelineScale scale) {
        double gap = scale.pixels(next.start()) - scale.pixels(bar.end());
        boolean narrow = width(next, scale) < NARROW && (bar.count() > 1 || width(bar, scale) < NARROW);
        return bar.mark() == next.mark() && narrow && gap < GAP;
    }

    static double width(TimelineBar bar, TimelineScale scale) {
        return scale.pixels(bar.end()) - scale.pixels(bar.start());
    }

    /** Whether the lane shows a curve instead of bars. */
    boolean isCrowded() {
        return crowded;
    }

    boolean hasProblem() {
        return bars.stream().anyMatch(bar -> bar.mark().isProblem());
    }

    /** Returns the total width of the bars, in pixels. */
    double load(TimelineScale scale) {
        return bars.stream().mapToDouble(bar -> width(bar, scale)).sum();
    }

    /** Returns the height of a row in pixels; it decreases with the number of rows. */
    int rowHeight() {
        return rows.size() <= 8 ? 17 : rows.size() <= 20 ? 9 : 4;
    }

    /** Returns the height of the lane in pixels, at least that of a line of text. */
    int height() {
        return crowded ? CROWDED_HEIGHT : Math.max(17, rows.size() * rowHeight());
    }
}
