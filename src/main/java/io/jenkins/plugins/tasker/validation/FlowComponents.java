package io.jenkins.plugins.tasker.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The strongly connected components of a flow graph, found by Tarjan's algorithm without recursion. A run can cycle
 * within a component, and components are ordered along the flow.
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

    /**
     * Returns the number of components. They are numbered from 0, and all edges between components go from lower to
     * higher numbers.
     */
    int size() {
        return backwards.size();
    }

    /** Returns the number of the component that contains a state. */
    int of(FlowState state) {
        return size() - 1 - component[state.index()];
    }

    List<FlowState> states(int index) {
        return backwards.get(size() - 1 - index);
    }

    /** Returns whether a run in one of the component's states can return to that state. */
    boolean isCycle(int index) {
        List<FlowState> states = states(index);
        return states.size() > 1 || states.get(0).reachesItself();
    }

    /**
     * Searches depth first.
     *
     * @param path receives the states from the root to the current one
     * @param edge the next edge to follow, for each state
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
