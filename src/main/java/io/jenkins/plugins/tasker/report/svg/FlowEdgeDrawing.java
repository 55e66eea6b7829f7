package io.jenkins.plugins.tasker.report.svg;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws the routes between nodes: a short arrow to the next node, or a line along a lane past other nodes. */
final class FlowEdgeDrawing {

    private static final int CORNER = 5;

    private final Svg svg;
    private final FlowModel model;
    private final FlowLayout layout;
    private final Map<List<Object>, Integer> longest = new HashMap<>();

    FlowEdgeDrawing(Svg svg, FlowModel model, FlowLayout layout) {
        this.svg = svg;
        this.model = model;
        this.layout = layout;
        model.edges.stream()
                .filter(edge -> !edge.isTaken())
                .forEach(edge -> longest.merge(lane(edge), Math.abs(edge.from() - edge.to()), Math::max));
    }

    /** Draws the path of the run last, so that it covers the other routes. */
    void draw() {
        model.edges.stream().filter(edge -> !edge.isTaken()).forEach(edge -> draw(edge, isLongest(edge)));
        model.edges.stream().filter(FlowEdge::isTaken).forEach(edge -> draw(edge, true));
    }

    /** Whether the route is the longest in its lane. Only the longest is drawn in full; the others join it. */
    private boolean isLongest(FlowEdge edge) {
        return longest.get(lane(edge)) == Math.abs(edge.from() - edge.to());
    }

    private static List<Object> lane(FlowEdge edge) {
        return List.of(edge.to(), edge.from() < edge.to());
    }

    private void draw(FlowEdge edge, boolean whole) {
        svg.group(title(edge));
        if (edge.isStep()) {
            step(edge);
        } else {
            pass(edge, whole);
        }
        svg.end();
    }

    private String title(FlowEdge edge) {
        String from = edge.from() < 0
                ? "start"
                : "Task " + model.nodes.get(edge.from()).name();
        String to = edge.to() == model.nodes.size()
                ? "end"
                : "Task " + model.nodes.get(edge.to()).name();
        String taken = edge.isTaken() ? (edge.taken() > 1 ? ", " + edge.taken() + " times" : "") : ", not taken";
        return from + " to " + to + taken + ": " + edge.reason();
    }

    private void step(FlowEdge edge) {
        int x = layout.middle();
        int end = layout.top(edge.to());
        path(edge, "M" + x + " " + layout.bottom(edge.from()) + "V" + (end - 6));
        head(edge, x, end, 0);
        if (edge.taken() > 1) {
            times(edge, x + 7, end - 5, Svg.Anchor.START);
        }
    }

    private void pass(FlowEdge edge, boolean whole) {
        boolean backward = edge.to() < edge.from();
        int side = backward ? layout.left() : rightEdge(edge.from());
        int target = backward ? layout.left() : rightEdge(edge.to());
        int lane = layout.lane(edge);
        int direction = backward ? -1 : 1;
        int from = layout.top(edge.from()) + (edge.from() < 0 ? FlowLayout.PILL / 2 : 20);
        if (!whole) {
            path(edge, "M" + side + " " + from + "H" + lane);
            return;
        }
        int to = layout.top(edge.to()) + (edge.to() == model.nodes.size() ? FlowLayout.PILL / 2 : 9);
        int down = backward ? -1 : 1;
        path(
                edge,
                "M" + side + " " + from
                        + "H" + (lane - direction * CORNER)
                        + "Q" + lane + " " + from + " " + lane + " " + (from + down * CORNER)
                        + "V" + (to - down * CORNER)
                        + "Q" + lane + " " + to + " " + (lane - direction * CORNER) + " " + to
                        + "H" + (target + direction * 6));
        head(edge, target, to, backward ? -90 : 90);
        if (edge.taken() > 1) {
            times(edge, side + direction * 3, from + 12, backward ? Svg.Anchor.END : Svg.Anchor.START);
        }
    }

    /** Returns the right edge of a node; start and end are narrower than tasks. */
    private int rightEdge(int node) {
        if (node >= 0 && node < model.nodes.size()) {
            return layout.right();
        }
        return layout.left() + FlowPicture.PILL_WIDTH;
    }

    private void path(FlowEdge edge, String d) {
        svg.path(d, edge.isTaken() ? SvgStyle.PATH : SvgStyle.EDGE);
    }

    private void head(FlowEdge edge, int x, int y, int degrees) {
        svg.head(x, y, degrees, edge.isTaken() ? SvgStyle.PATH_HEAD : SvgStyle.EDGE_HEAD);
    }

    private void times(FlowEdge edge, int x, int y, Svg.Anchor anchor) {
        svg.text(x, y, SvgStyle.MUTED, anchor, "\u00D7" + edge.taken());
    }
}
