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
 * All ways that a run of a workflow can take from a start (sections 9 to 12). Every condition, command and result is taken
 * to be able to go either way, so what is not in the graph can never happen.
 */
final class FlowGraph {

    private final Workflow workflow;
    private final RunMode mode;
    private final List<FlowState> states = new ArrayList<>();
    private final Map<TaskId, List<FlowState>> byTask = new HashMap<>();
    private FlowComponents components;

    /** @param start where the run starts; nothing happens if it is not defined */
    FlowGraph(Workflow workflow, TaskId start, RunMode mode) {
        this.workflow = workflow;
        this.mode = mode;
        new FlowGraphBuilder(this, workflow).build(start);
    }

    /** Adds a state that leads nowhere yet. */
    FlowState add(TaskId id, Phase phase, boolean failurePath) {
        FlowState state = new FlowState(states.size(), id, phase, failurePath);
        states.add(state);
        byTask.computeIfAbsent(id, i -> new ArrayList<>(2)).add(state);
        return state;
    }

    List<FlowState> states() {
        return states;
    }

    /** The states of a task; none if it cannot be reached. */
    List<FlowState> of(TaskId task) {
        return byTask.getOrDefault(task, List.of());
    }

    /** The task that follows a state's task, and the gap before it. */
    FollowingTask following(FlowState state) {
        return workflow.following(state.task(), state.onFailurePath(), mode);
    }

    /** Where a run can go round. */
    FlowComponents components() {
        if (components == null) {
            components = new FlowComponents(this);
        }
        return components;
    }
}
