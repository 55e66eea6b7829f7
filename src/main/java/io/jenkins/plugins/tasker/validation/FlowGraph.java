package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.FollowingTask;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import io.jenkins.plugins.tasker.validation.Moment.Phase;
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
    private final boolean strictGaps;
    private final List<Moment> moments = new ArrayList<>();
    private final Map<TaskId, List<Moment>> byTask = new HashMap<>();
    private Components components;

    /** @param start where the run starts; nothing happens if it is not defined */
    FlowGraph(Workflow workflow, TaskId start, boolean strictGaps) {
        this.workflow = workflow;
        this.strictGaps = strictGaps;
        new FlowGraphBuilder(this, workflow).build(start);
    }

    /** Adds a moment that leads nowhere yet. */
    Moment add(TaskId id, Phase phase, boolean failurePath) {
        Moment moment = new Moment(moments.size(), id, phase, failurePath);
        moments.add(moment);
        byTask.computeIfAbsent(id, i -> new ArrayList<>(2)).add(moment);
        return moment;
    }

    List<Moment> moments() {
        return moments;
    }

    /** The moments of a task; none if it cannot be reached. */
    List<Moment> of(TaskId task) {
        return byTask.getOrDefault(task, List.of());
    }

    /** The task that follows a moment's task, and the gap before it. */
    FollowingTask following(Moment moment) {
        return workflow.following(moment.task(), moment.onFailurePath(), strictGaps);
    }

    /** Where a run can go round. */
    Components components() {
        if (components == null) {
            components = new Components(this);
        }
        return components;
    }
}
