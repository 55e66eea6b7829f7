package io.jenkins.plugins.tasker.report.svg;

import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.report.DurationText;
import io.jenkins.plugins.tasker.report.StatusMark;
import io.jenkins.plugins.tasker.text.Counted;
import io.jenkins.plugins.tasker.text.DecimalText;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Draws the timeline of a run as an SVG element: a lane for each host, a bar for each attempt, bands for groups. The picture
 * is as wide as its container but at least {@value TimelineScale#NARROWEST} pixels, so the page must allow horizontal
 * scrolling. {@code pictures.css} defines the colours; without it the picture has the colours of a light page.
 */
public final class Timeline {

    private static final int AXIS = 22;
    private static final int GROUP_NAMES = 16;
    private static final int BETWEEN_LANES = 7;
    private static final int LEGEND = 34;

    private final RunRecord run;
    private final boolean live;
    private final TimelineScale scale;
    private final List<TimelineLane> lanes;
    private final int hosts;
    private final String domain;
    private final List<TaskExecution> groups;
    private final int top;
    private final int height;
    private final Svg svg;

    private Timeline(RunRecord run, Optional<Instant> now) {
        this.run = run;
        this.live = now.isPresent() && run.ended().isEmpty();
        Instant start = run.started().map(started -> started.time()).orElse(Instant.EPOCH);
        Instant end = live ? now.orElseThrow() : run.lastInstant().orElse(start);
        this.scale = TimelineScale.of(start, end);
        Map<String, List<TimelineBar>> hosts = TimelineBars.byHost(run, scale.end(), live);
        this.hosts = hosts.size();
        this.domain = HostNames.commonDomain(hosts.keySet());
        this.lanes = TimelineLanes.of(hosts, scale);
        this.groups = run.tasks().stream().filter(TaskExecution::isGroup).toList();
        this.top = AXIS + (groups.isEmpty() ? 0 : GROUP_NAMES);
        this.height = top
                + lanes.stream().mapToInt(lane -> lane.height() + BETWEEN_LANES).sum();
        this.svg = new Svg("tk-timeline", "100%", height + LEGEND, describe());
    }

    /** @param now the current time while the run is running, where the bars of running tasks end; otherwise empty */
    public static String svg(RunRecord run, Optional<Instant> now) {
        return new Timeline(run, now).draw();
    }

    private String draw() {
        axis();
        groups.forEach(this::band);
        TimelineDrawing drawing = new TimelineDrawing(svg, scale, domain);
        int y = top;
        for (TimelineLane lane : lanes) {
            drawing.lane(lane, y);
            y += lane.height() + BETWEEN_LANES;
        }
        return svg.legend(marks(), height + 18).end().toString();
    }

    private String describe() {
        return "Timeline: " + Counted.of(run.totals().executed(), "task") + " on "
                + Counted.of(hosts, "host")
                + " within "
                + DurationText.exact(Duration.between(scale.start(), scale.end()))
                + ". The table of tasks contains the same data.";
    }

    private void axis() {
        for (TimelineScale.Tick tick : scale.ticks()) {
            String x = DecimalText.percent(tick.percent());
            svg.line(x, AXIS - 4, x, height, SvgStyle.GRID);
            svg.text(x, 12, SvgStyle.MUTED, tick.percent() > 97 ? Svg.Anchor.END : Svg.Anchor.MIDDLE, tick.text());
        }
    }

    private void band(TaskExecution group) {
        Instant end = group.result().map(TaskResult::end).orElse(scale.end());
        double left = scale.percent(group.start());
        double width = Math.max(TimelineScale.percentOf(1), scale.percent(end) - left);
        String kind = group.group()
                .flatMap(started -> started.branch())
                .map(branch -> branch ? "TRUE branch" : "FALSE branch")
                .orElse("parallel");
        String name = group.key().label() + " " + kind;
        svg.group(name + ": " + group.result().map(TaskResult::stdout).orElse("end unknown"));
        svg.box(DecimalText.percent(left), AXIS, DecimalText.percent(width), height - AXIS, 0, SvgStyle.BAND);
        if (width > TimelineScale.percentOf(name.length() * 6.2)) {
            svg.text(DecimalText.percent(left + TimelineScale.percentOf(3)), AXIS + 12, SvgStyle.MUTED, name);
        }
        svg.end();
    }

    private Collection<StatusMark> marks() {
        Set<StatusMark> marks = EnumSet.noneOf(StatusMark.class);
        lanes.forEach(lane -> lane.bars.forEach(bar -> marks.add(bar.mark())));
        return marks;
    }
}
