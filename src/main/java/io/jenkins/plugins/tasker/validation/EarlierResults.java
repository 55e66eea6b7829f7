package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which results may exist at which states: those of all tasks that some way passes before. Follows the flow once for every
 * 64 tasks that are asked for.
 */
final class EarlierResults {

    private static final int NOT_ASKED_FOR = -1;

    private final FlowComponents components;
    private final Map<TaskId, Integer> bits = new HashMap<>();
    private final List<long[]> before = new ArrayList<>();
    /** Of each state, in the order of the flow: its component, and the bit of the result it leaves. */
    private final int[] component;

    private final int[] bit;
    /** Of each state: the components that it leads to. */
    private final int[][] next;

    /** @param tasks those that will be asked for */
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
                bit[position] = state.leavesResult() ? bits.getOrDefault(state.task(), NOT_ASKED_FOR) : NOT_ASKED_FOR;
                next[position] = new int[state.edges().size()];
                for (int edge = 0; edge < next[position].length; edge++) {
                    next[position][edge] =
                            components.of(state.edges().get(edge).to());
                }
                position++;
            }
        }
    }

    /** Whether the task may have left a result before this state. */
    boolean mayExist(TaskId task, FlowState state) {
        int asked = bits.get(task);
        return (before.get(asked / Long.SIZE)[components.of(state)] >>> asked & 1) != 0;
    }

    /** For each component the results, of 64 tasks, that may exist when the run comes to one of its states. */
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
                    // Within a cycle this makes all of its results exist at all of its states.
                    existing[target] |= passedOn;
                }
            }
            from = to;
        }
        return existing;
    }
}
