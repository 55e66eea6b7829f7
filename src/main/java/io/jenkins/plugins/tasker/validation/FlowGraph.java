package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.FollowingTask;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import io.jenkins.plugins.tasker.validation.FlowState.Phase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All paths that a run of a workflow can take from a start (sections 9 to 12). Every condition and every command is
 * assumed to have any result, so a path outside the graph is impossible.
 */
final class FlowGraph {

    private final Workflow workflow;
    private final RunMode mode;
    private final List<FlowState> states = new ArrayList<>();
    private final Map<TaskId, List<FlowState>> byTask = new HashMap<>();
    private FlowComponents components;

    /**
     * Builds the graph.
     *
     * @param start the first task of the run; the graph is empty if the task is not defined
     */
    FlowGraph(Workflow workflow, TaskId start, RunMode mode) {
        this.workflow = workflow;
        this.mode = mode;
        new FlowGraphBuilder(this, workflow).build(start);
    }

    /** Adds a state without successors. */
    FlowState add(TaskId id, Phase phase, boolean failurePath) {
        FlowState state = new FlowState(states.size(), id, phase, failurePath);
        states.add(state);
        byTask.computeIfAbsent(id, i -> new ArrayList<>(2)).add(state);
        return state;
    }

    List<FlowState> states() {
        return states;
    }

    /** Returns the states of a task; none if the task cannot be reached. */
    List<FlowState> of(TaskId task) {
        return byTask.getOrDefault(task, List.of());
    }

    /** Returns the task that follows the task of a state, and the gap before it. */
    FollowingTask following(FlowState state) {
        return workflow.following(state.task(), state.onFailurePath(), mode);
    }

    /** Returns the components in which a run can cycle. */
    FlowComponents components() {
        if (components == null) {
            components = new FlowComponents(this);
        }
        return components;
    }
}
