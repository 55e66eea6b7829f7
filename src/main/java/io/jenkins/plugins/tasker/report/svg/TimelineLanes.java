package io.jenkins.plugins.tasker.report.svg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Selects the hosts with a lane of their own: at most 40, those with problems first, then those with the most load. */
final class TimelineLanes {

    /** The maximum number of lanes; about two screens. */
    private static final int MOST = 40;

    private TimelineLanes() {}

    static List<TimelineLane> of(Map<String, List<TimelineBar>> hosts, TimelineScale scale) {
        List<TimelineLane> lanes = new ArrayList<>();
        hosts.forEach((host, bars) -> lanes.add(TimelineLane.of(host, bars, scale)));
        if (lanes.size() <= MOST) {
            return lanes;
        }
        List<TimelineLane> ranked = new ArrayList<>(lanes);
        ranked.sort(Comparator.comparing(TimelineLane::hasProblem)
                .thenComparing(lane -> lane.load(scale))
                .reversed());
        List<TimelineLane> others = ranked.subList(MOST - 1, ranked.size());
        TimelineLane merged = TimelineLane.merge(others, scale);
        lanes.removeAll(new HashSet<>(others));
        lanes.add(merged);
        return lanes;
    }
}
