package io.jenkins.plugins.tasker.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The moments of a flow graph, grouped such that a run can go round within each group, and ordered along the flow: Tarjan's
 * strongly connected components, without recursion.
 */
final class Components {

    private static final int NEW = -1;

    private final List<List<Moment>> backwards = new ArrayList<>();
    private final int[] component;
    private final int[] number;
    private final int[] lowest;
    private int counter;

    Components(FlowGraph graph) {
        int size = graph.moments().size();
        component = new int[size];
        number = new int[size];
        lowest = new int[size];
        Arrays.fill(component, NEW);
        Arrays.fill(number, NEW);
        Moment[] path = new Moment[size];
        int[] edge = new int[size];
        for (Moment moment : graph.moments()) {
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
    int of(Moment moment) {
        return size() - 1 - component[moment.index()];
    }

    List<Moment> moments(int index) {
        return backwards.get(size() - 1 - index);
    }

    /** Whether a run that is at one of the moments can come to all of them again, itself included. */
    boolean isCircle(int index) {
        List<Moment> moments = moments(index);
        return moments.size() > 1 || moments.get(0).leadsToItself();
    }

    /**
     * @param path where the moments from the root to the current one are kept
     * @param edge which edge of each moment comes next
     */
    private void search(Moment root, Moment[] path, int[] edge) {
        List<Moment> waiting = new ArrayList<>();
        int depth = 0;
        path[0] = open(root, waiting);
        while (depth >= 0) {
            Moment moment = path[depth];
            int at = moment.index();
            if (edge[at] < moment.edges().size()) {
                Moment to = moment.edges().get(edge[at]++).to();
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

    private Moment open(Moment moment, List<Moment> waiting) {
        number[moment.index()] = counter;
        lowest[moment.index()] = counter;
        counter++;
        waiting.add(moment);
        return moment;
    }

    private void close(Moment first, List<Moment> waiting) {
        int from = waiting.lastIndexOf(first);
        List<Moment> moments = List.copyOf(waiting.subList(from, waiting.size()));
        waiting.subList(from, waiting.size()).clear();
        moments.forEach(moment -> component[moment.index()] = backwards.size());
        backwards.add(moments);
    }
}
