package io.jenkins.plugins.tasker.report.svg;

/**
 * A way from one node to another.
 *
 * @param from index of a node, -1 for the start
 * @param to index of a node, the number of nodes for the end
 * @param jump whether it is a jump; otherwise the flow just goes on
 * @param taken how often the flow took it; 0 if it only could
 * @param reason of the last time it was taken, or what would lead there
 */
record FlowEdge(int from, int to, boolean jump, int taken, String reason) {

    FlowEdge and(FlowEdge same) {
        return new FlowEdge(from, to, jump || same.jump, taken + same.taken, same.taken > 0 ? same.reason : reason);
    }

    boolean isTaken() {
        return taken > 0;
    }

    boolean isStep() {
        return to == from + 1;
    }
}
