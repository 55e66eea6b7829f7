package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.validation.FlowState.Edge;
import io.jenkins.plugins.tasker.validation.FlowState.Step;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A cycle of tasks that a jump closes (W28). Loops alone are not reported, because their repetitions are limited.
 *
 * @param tasks in the order of the flow, from the target of the jump to its source
 * @param jump the step from the last task back to the first
 */
record FlowCycle(List<TaskId> tasks, Step jump) {

    /** The maximum number of tasks in a message. Of longer cycles only both ends are shown. */
    private static final int SHOWN = 10;

    /** A jump with its source. */
    private record Jump(FlowState from, Edge edge) {}

    /** Returns the shortest cycle with the jump to the lowest task; empty if the component has only loops. */
    static Optional<FlowCycle> in(FlowComponents components, int component) {
        return components.states(component).stream()
                .flatMap(from -> from.edges().stream()
                        .filter(edge -> edge.isJump() && components.of(edge.to()) == component)
                        .map(edge -> new Jump(from, edge)))
                .min(Comparator.comparing((Jump jump) -> jump.edge().to().task())
                        .thenComparing(jump -> jump.from().task()))
                .map(jump -> around(components, component, jump));
    }

    private static FlowCycle around(FlowComponents components, int component, Jump jump) {
        FlowState start = jump.edge().to();
        Map<FlowState, FlowState> cameFrom = new HashMap<>();
        cameFrom.put(start, start);
        Deque<FlowState> open = new ArrayDeque<>(List.of(start));
        while (!cameFrom.containsKey(jump.from())) {
            FlowState state = open.remove();
            for (Edge edge : state.edges()) {
                if (components.of(edge.to()) == component && cameFrom.putIfAbsent(edge.to(), state) == null) {
                    open.add(edge.to());
                }
            }
        }
        Deque<TaskId> path = new ArrayDeque<>();
        for (FlowState state = jump.from(); ; state = cameFrom.get(state)) {
            // A group has a state at its start and one at its end, but is one task.
            boolean listed =
                    state.phase() == FlowState.Phase.MEMBER || state.task().equals(path.peekFirst());
            if (!listed) {
                path.addFirst(state.task());
            }
            if (state == start) {
                return new FlowCycle(List.copyOf(path), jump.edge().step());
            }
        }
    }

    /** Returns the task with the jump that closes the cycle. */
    TaskId source() {
        return tasks.get(tasks.size() - 1);
    }

    /** Formats the cycle as {@code A -> B -> A}. */
    @Override
    public String toString() {
        String back = " -> " + tasks.get(0);
        if (tasks.size() <= SHOWN) {
            return arrows(tasks) + back;
        }
        int half = SHOWN / 2;
        return arrows(tasks.subList(0, half))
                + " -> ... -> "
                + arrows(tasks.subList(tasks.size() - half, tasks.size()))
                + back;
    }

    private static String arrows(List<TaskId> tasks) {
        return tasks.stream().map(TaskId::toString).collect(Collectors.joining(" -> "));
    }
}
