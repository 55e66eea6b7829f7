package io.jenkins.plugins.tasker.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The moments of a flow graph, grouped such that a run can go round within each group, and ordered along the flow: Tarjan's
 * strongly connected components, without recursion.
 */
final class FlowComponents {

    private static final int NEW = -1;

    private final List<List<FlowState>> backwards = new ArrayList<>();
    private final int[] component;
    private final int[] number;
    private final int[] lowest;
    private int counter;

    FlowComponents(FlowGraph graph) {
        int size = graph.moments().size();
        component = new int[size];
        number = new int[size];
        lowest = new int[size];
        Arrays.fill(component, NEW);
        Arrays.fill(number, NEW);
        FlowState[] path = new FlowState[size];
        int[] edge = new int[size];
        for (FlowState moment : graph.moments()) {
            if (number[moment.index()] == NEW) {
                search(moment, path, edge);
            }
        }
    }

    /** How many there are; they are counted from 0, and no edge leads from a higher one to a lower one. */
    int size() {
        return backwards.size();
    }

    /** Which component a moment is part of. */
    int of(FlowState moment) {
        return size() - 1 - component[moment.index()];
    }

    List<FlowState> moments(int index) {
        return backwards.get(size() - 1 - index);
    }

    /** Whether a run that is at one of the moments can come to all of them again, itself included. */
    boolean isCircle(int index) {
        List<FlowState> moments = moments(index);
        return moments.size() > 1 || moments.get(0).reachesItself();
    }

    /**
     * @param path where the moments from the root to the current one are kept
     * @param edge which edge of each moment comes next
     */
    private void search(FlowState root, FlowState[] path, int[] edge) {
        List<FlowState> waiting = new ArrayList<>();
        int depth = 0;
        path[0] = open(root, waiting);
        while (depth >= 0) {
            FlowState moment = path[depth];
            int at = moment.index();
            if (edge[at] < moment.edges().size()) {
                FlowState to = moment.edges().get(edge[at]++).to();
                if (number[to.index()] == NEW) {
                    depth++;
                    path[depth] = open(to, waiting);
                } else if (component[to.index()] == NEW) {
                    lowest[at] = Math.min(lowest[at], number[to.index()]);
                }
            } else {
                depth--;
                if (depth >= 0) {
                    int before = path[depth].index();
                    lowest[before] = Math.min(lowest[before], lowest[at]);
                }
                if (lowest[at] == number[at]) {
                    close(moment, waiting);
                }
            }
        }
    }

    private FlowState open(FlowState moment, List<FlowState> waiting) {
        number[moment.index()] = counter;
        lowest[moment.index()] = counter;
        counter++;
        waiting.add(moment);
        return moment;
    }

    private void close(FlowState first, List<FlowState> waiting) {
        int from = waiting.lastIndexOf(first);
        List<FlowState> moments = List.copyOf(waiting.subList(from, waiting.size()));
        waiting.subList(from, waiting.size()).clear();
        moments.forEach(moment -> component[moment.index()] = backwards.size());
        backwards.add(moments);
    }
}
