package io.jenkins.plugins.tasker.report.svg;

import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.report.DurationText;
import io.jenkins.plugins.tasker.report.StatusMark;
import io.jenkins.plugins.tasker.text.Counted;
import java.time.Duration;
import java.util.List;

/** Draws duration and outcome of the last runs as a small SVG element with a bar for each run. */
public final class Trend {

    private static final int HEIGHT = 72;
    private static final int WIDTH = 10;
    private static final int STEP = 14;
    private static final int LEAST = 3;
    private static final int LEGEND = 30;
    private static final int NARROWEST = 300;

    private Trend() {}

    /**
     * A run with its display name.
     *
     * @param run the record; an outline is sufficient
     */
    public record Point(String name, RunRecord run) {

        private StatusMark mark() {
            return run.ended()
                    .map(end -> end.exitCode() == 0 ? StatusMark.OK : StatusMark.FAILED)
                    .orElse(StatusMark.UNKNOWN);
        }
    }

    /** @param points the runs, oldest first */
    public static String svg(List<Point> points) {
        Duration longest = points.stream()
                .map(point -> point.run().wallTime())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        long most = Math.max(1, longest.toMillis());
        long good =
                points.stream().filter(point -> point.mark() == StatusMark.OK).count();
        int width = Math.max(NARROWEST, points.size() * STEP + 4);
        Svg svg = new Svg(
                "tk-trend",
                width,
                HEIGHT + LEGEND,
                "Trend: " + good + " of " + Counted.of(points.size(), "run")
                        + " successful; the longest took " + DurationText.exact(longest)
                        + ". The table of runs contains the same data.");
        svg.line(0, HEIGHT, width, HEIGHT, SvgStyle.GRID);
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            Duration took = point.run().wallTime();
            int height = (int) Math.max(LEAST, took.toMillis() * (HEIGHT - 4) / most);
            svg.group(point.name() + ": " + point.mark().word + ", " + DurationText.brief(took));
            svg.shape(point.mark(), i * STEP + 2, HEIGHT - height, WIDTH, height)
                    .end();
        }
        return svg.legend(points.stream().map(Point::mark).distinct().sorted().toList(), HEIGHT + 18)
                .end()
                .toString();
    }
}
