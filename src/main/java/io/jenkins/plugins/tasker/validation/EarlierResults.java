package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes which results may exist in each state of a flow: those of all tasks on some path to the state. One pass over
 * the flow handles 64 tasks.
 */
final class EarlierResults {

    private static final int NOT_REQUESTED = -1;

    private final FlowComponents components;
    private final Map<TaskId, Integer> bits = new HashMap<>();
    private final List<long[]> before = new ArrayList<>();
    /** For each state, in flow order: its component, and the bit of the result that it stores. */
    private final int[] component;

    private final int[] bit;
    /** For each state: the components of its successors. */
    private final int[][] next;

    /**
     * Computes the results.
     *
     * @param tasks the tasks for which {@link #mayExist} can be called
     */
    EarlierResults(FlowGraph graph, Collection<TaskId> tasks) {
        components = graph.components();
        tasks.forEach(task -> bits.put(task, bits.size()));
        component = new int[graph.states().size()];
        bit = new int[component.length];
        next = new int[component.length][];
        prepare();
        for (int first = 0; first < bits.size(); first += Long.SIZE) {
            before.add(follow(first));
        }
    }

    private void prepare() {
        int position = 0;
        for (int i = 0; i < components.size(); i++) {
            for (FlowState state : components.states(i)) {
                component[position] = i;
                bit[position] = state.leavesResult() ? bits.getOrDefault(state.task(), NOT_REQUESTED) : NOT_REQUESTED;
                next[position] = new int[state.edges().size()];
                for (int edge = 0; edge < next[position].length; edge++) {
                    next[position][edge] = components.of(state.edges().get(edge).to());
                }
                position++;
            }
        }
    }

    /** Returns whether a result of the task may be stored before a state. */
    boolean mayExist(TaskId task, FlowState state) {
        int index = bits.get(task);
        return (before.get(index / Long.SIZE)[components.of(state)] >>> index & 1) != 0;
    }

    /** Returns, for each component, which of 64 results may exist when the run enters one of its states. */
    private long[] follow(int first) {
        long[] existing = new long[components.size()];
        int from = 0;
        while (from < component.length) {
            int current = component[from];
            int to = from;
            long left = 0;
            while (to < component.length && component[to] == current) {
                int task = bit[to] - first;
                left |= task >= 0 && task < Long.SIZE ? 1L << task : 0;
                to++;
            }
            long passedOn = existing[current] | left;
            for (int state = from; state < to; state++) {
                for (int target : next[state]) {
                    // Within a cycle, all of its results exist in all of its states.
                    existing[target] |= passedOn;
                }
            }
            from = to;
        }
        return existing;
    }
}
