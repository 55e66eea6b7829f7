package io.jenkins.plugins.tasker.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The states of a flow graph, grouped such that a run can go round within each group, and ordered along the flow: Tarjan's
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
        int size = graph.states().size();
        component = new int[size];
        number = new int[size];
        lowest = new int[size];
        Arrays.fill(component, NEW);
        Arrays.fill(number, NEW);
        FlowState[] path = new FlowState[size];
        int[] edge = new int[size];
        for (FlowState state : graph.states()) {
            if (number[state.index()] == NEW) {
                search(state, path, edge);
            }
        }
    }

    /** How many there are; they are counted from 0, and no edge leads from a higher one to a lower one. */
    int size() {
        return backwards.size();
    }

    /** Which component a state is part of. */
    int of(FlowState state) {
        return size() - 1 - component[state.index()];
    }

    List<FlowState> states(int index) {
        return backwards.get(size() - 1 - index);
    }

    /** Whether a run that is at one of the states can come to all of them again, itself included. */
    boolean isCycle(int index) {
        List<FlowState> states = states(index);
        return states.size() > 1 || states.get(0).reachesItself();
    }

    /**
     * @param path where the states from the root to the current one are kept
     * @param edge which edge of each state comes next
     */
    private void search(FlowState root, FlowState[] path, int[] edge) {
        List<FlowState> waiting = new ArrayList<>();
        int depth = 0;
        path[0] = open(root, waiting);
        while (depth >= 0) {
            FlowState state = path[depth];
            int at = state.index();
            if (edge[at] < state.edges().size()) {
                FlowState to = state.edges().get(edge[at]++).to();
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
                    close(state, waiting);
                }
            }
        }
    }

    private FlowState open(FlowState state, List<FlowState> waiting) {
        number[state.index()] = counter;
        lowest[state.index()] = counter;
        counter++;
        waiting.add(state);
        return state;
    }

    private void close(FlowState first, List<FlowState> waiting) {
        int from = waiting.lastIndexOf(first);
        List<FlowState> states = List.copyOf(waiting.subList(from, waiting.size()));
        waiting.subList(from, waiting.size()).clear();
        states.forEach(state -> component[state.index()] = backwards.size());
        backwards.add(states);
    }
}
