package io.jenkins.plugins.tasker.report.svg;

/**
 * A route of the flow from one node to another.
 *
 * @param from index of the node, -1 for the start
 * @param to index of the node, the number of nodes for the end
 * @param jump whether the route is a jump; otherwise it continues with the following task
 * @param taken how often the run took the route; 0 if the file only allows it
 * @param why the run last took the route; for a route not taken, the field that defines it
 */
record FlowEdge(int from, int to, boolean jump, int taken, String reason) {

    FlowEdge merge(FlowEdge same) {
        return new FlowEdge(from, to, jump || same.jump, taken + same.taken, same.taken > 0 ? same.reason : reason);
    }

    boolean isTaken() {
        return taken > 0;
    }

    boolean isStep() {
        return to == from + 1;
    }
}
