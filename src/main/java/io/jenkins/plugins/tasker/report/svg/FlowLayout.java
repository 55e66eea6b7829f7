package io.jenkins.plugins.tasker.report.svg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes the positions of nodes and routes, in pixels. Nodes form one column. Routes that pass nodes run in lanes: forward
 * ones on the right, backward ones on the left. All routes to one node share a lane, so that the error handler of a hundred
 * tasks needs one line.
 */
final class FlowLayout {

    static final int NODE_WIDTH = 560;
    static final int HEAD = 28;
    static final int GAP = 18;
    static final int PILL = 22;
    static final int LANE = 13;
    private static final int MARGIN = 10;
    private static final int MOST_LANES = 14;

    /** All routes to one node on one side, which share a lane. */
    private record Bus(int to, boolean backward, int top, int bottom) {}

    private final FlowModel model;
    private final int[] tops;
    private final Map<Integer, Integer> forwardLanes = new HashMap<>();
    private final Map<Integer, Integer> backwardLanes = new HashMap<>();
    private final int leftLanes;
    private final int rightLanes;

    FlowLayout(FlowModel model) {
        this.model = model;
        this.tops = new int[model.nodes.size() + 2];
        int y = MARGIN;
        // The start has index -1.
        for (int i = -1; i <= model.nodes.size(); i++) {
            tops[i + 1] = y;
            y += height(i) + GAP;
        }
        rightLanes = assign(false, forwardLanes);
        leftLanes = assign(true, backwardLanes);
    }

    private int assign(boolean backward, Map<Integer, Integer> lanes) {
        Map<Integer, Bus> buses = new HashMap<>();
        for (FlowEdge edge : model.edges) {
            if (!edge.isStep() && edge.to() < edge.from() == backward) {
                int a = Math.min(edge.from(), edge.to());
                int b = Math.max(edge.from(), edge.to());
                buses.merge(
                        edge.to(),
                        new Bus(edge.to(), backward, a, b),
                        (x, z) -> new Bus(x.to, backward, Math.min(x.top, z.top), Math.max(x.bottom, z.bottom)));
            }
        }
        List<Bus> shortestFirst = new ArrayList<>(buses.values());
        shortestFirst.sort(
                Comparator.<Bus>comparingInt(bus -> bus.bottom - bus.top).thenComparingInt(bus -> bus.to));
        List<List<Bus>> used = new ArrayList<>();
        for (Bus bus : shortestFirst) {
            int lane = 0;
            while (lane < used.size() && lane < MOST_LANES - 1 && overlaps(used.get(lane), bus)) {
                lane++;
            }
            if (lane == used.size()) {
                used.add(new ArrayList<>());
            }
            used.get(lane).add(bus);
            lanes.put(bus.to, lane);
        }
        return used.size();
    }

    private static boolean overlaps(List<Bus> lane, Bus bus) {
        return lane.stream().anyMatch(other -> other.top <= bus.bottom && bus.top <= other.bottom);
    }

    int top(int node) {
        return tops[node + 1];
    }

    int height(int node) {
        if (node < 0 || node == model.nodes.size()) {
            return PILL;
        }
        return HEAD + FlowMembers.height(model.nodes.get(node));
    }

    int bottom(int node) {
        return top(node) + height(node);
    }

    int left() {
        return MARGIN + leftLanes * LANE + (leftLanes > 0 ? 8 : 0);
    }

    int right() {
        return left() + NODE_WIDTH;
    }

    int middle() {
        return left() + 40;
    }

    /** Returns the horizontal position of the lane of a route that passes nodes. */
    int lane(FlowEdge edge) {
        boolean backward = edge.to() < edge.from();
        int lane = (backward ? backwardLanes : forwardLanes).get(edge.to());
        return backward ? left() - 16 - lane * LANE : right() + 16 + lane * LANE;
    }

    int width() {
        return right() + 16 + rightLanes * LANE + 34;
    }

    int height() {
        return bottom(model.nodes.size()) + MARGIN;
    }
}
