package io.jenkins.plugins.tasker.report.svg;

import io.jenkins.plugins.tasker.text.Counted;
import io.jenkins.plugins.tasker.text.DecimalText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Draws the lanes of the timeline. */
final class TimelineDrawing {

    /** How many characters of a host name fit left of the axis on the narrowest page. */
    private static final int HOST_CHARACTERS = 21;

    private static final double CHARACTER = 6.4;

    /** The maximum number of signs in a lane; more would cover each other. */
    private static final int MOST_SIGNS = 200;

    /** Distance of the middle of a sign from its bar, in pixels. */
    private static final double SIGN = 7;

    private static final double NARROWEST_BAR = 2;

    /** Problems are wider than other bars, so that a reader finds them. */
    private static final double NARROWEST_PROBLEM = 4;

    private final Svg svg;
    private final TimelineScale scale;
    private final String domain;

    TimelineDrawing(Svg svg, TimelineScale scale, String domain) {
        this.svg = svg;
        this.scale = scale;
        this.domain = domain;
    }

    void lane(TimelineLane lane, int top) {
        svg.group(lane.host);
        double middle = top + Math.min(lane.height(), 17) / 2.0 + 4;
        String name = HostNames.shortened(lane.host, domain, HOST_CHARACTERS);
        svg.text(DecimalText.percent(TimelineScale.LEFT - 0.8), middle, SvgStyle.TEXT, Svg.Anchor.END, name);
        double bottom = top + lane.height() + 3.5;
        svg.line(0, bottom, DecimalText.percent(TimelineScale.RIGHT), bottom, SvgStyle.GRID);
        if (lane.isCrowded()) {
            crowd(lane, top);
        } else {
            for (int i = 0; i < lane.rows.size(); i++) {
                row(lane.rows.get(i), top + i * lane.rowHeight(), lane.rowHeight());
            }
        }
        svg.end();
    }

    private void crowd(TimelineLane lane, int top) {
        TimelineDensity density = TimelineDensity.of(lane.bars, scale);
        String left = DecimalText.percent(TimelineScale.LEFT);
        String width = DecimalText.percent(TimelineScale.RIGHT - TimelineScale.LEFT);
        int height = lane.height() - 14;
        svg.stretched(left, top + 12, width, height, TimelineDensity.BINS);
        svg.path(density.path(height), SvgStyle.CROWD).end();
        String many = Counted.of(lane.bars.size(), "task") + ", up to " + density.most() + " at once";
        svg.text(DecimalText.percent(TimelineScale.LEFT + TimelineScale.percentOf(3)), top + 10, SvgStyle.MUTED, many);
        lane.bars.stream()
                .filter(bar -> bar.mark().isProblem())
                .limit(MOST_SIGNS)
                .forEach(bar -> {
                    String x = DecimalText.percent(scale.percent(bar.end()));
                    svg.group(bar.title()).signInFront(bar.mark(), x, top + 20).end();
                });
    }

    /** Draws problems last, so that no other bar covers them. */
    private void row(List<TimelineBar> bars, int top, int height) {
        bars.forEach(bar -> bar.follows().ifPresent(before -> waiting(bar, before, top, height)));
        bars.stream().filter(bar -> !bar.mark().isProblem()).forEach(bar -> bar(bar, top, height));
        bars.stream().filter(bar -> bar.mark().isProblem()).forEach(bar -> bar(bar, top, height));
    }

    /** Draws the wait between an attempt and the next one as a line. */
    private void waiting(TimelineBar bar, Instant before, int top, int height) {
        if (scale.pixels(bar.start()) - scale.pixels(before) > 2) {
            double y = top + height / 2.0;
            String from = DecimalText.percent(scale.percent(before));
            svg.line(from, y, DecimalText.percent(scale.percent(bar.start())), y, SvgStyle.WAIT);
        }
    }

    private void bar(TimelineBar bar, int top, int height) {
        boolean problem = bar.mark().isProblem();
        boolean room = height > 12;
        double width = Math.max(problem ? NARROWEST_PROBLEM : NARROWEST_BAR, TimelineLane.width(bar, scale));
        double left = Math.min(scale.percent(bar.start()), TimelineScale.RIGHT - TimelineScale.percentOf(width));
        double middle = top + height / 2.0;
        svg.group(bar.title());
        if (bar.isInstant() && bar.count() == 1 && room) {
            svg.signInFront(bar.mark(), DecimalText.percent(left), middle);
        } else {
            double tall = room ? height - 3 : height - 1;
            String wide = DecimalText.percent(TimelineScale.percentOf(width));
            svg.shape(bar.mark(), DecimalText.percent(left), middle - tall / 2, wide, tall);
            label(bar, width, height)
                    .ifPresent(text -> svg.label(DecimalText.percent(left), middle + 4, bar.mark(), text));
            if (problem && room && width < 10) {
                // The pattern of a narrow bar is invisible; the sign is drawn to its right, at the end of the axis to
                // its left.
                double right = left + TimelineScale.percentOf(width + SIGN);
                boolean fits = right + TimelineScale.percentOf(SIGN) <= TimelineScale.RIGHT;
                double x = fits ? right : left - TimelineScale.percentOf(SIGN);
                svg.signInFront(bar.mark(), DecimalText.percent(x), middle);
            }
        }
        svg.end();
    }

    private static Optional<String> label(TimelineBar bar, double width, int height) {
        String number = bar.first().substring("Task ".length());
        if (bar.count() > 1 || height <= 12) {
            return Optional.empty();
        }
        String again = bar.follows().isPresent() ? "\u21BB " : "";
        return Stream.of(again + number, number)
                .filter(text -> width > text.length() * CHARACTER + 8)
                .findFirst();
    }
}
