package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.FollowingTask;
import io.jenkins.plugins.tasker.taskfile.Task;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import io.jenkins.plugins.tasker.validation.FlowState.Step;
import java.util.HashSet;
import java.util.Set;

/** Checks the paths that a run can take: W26, W27, W28, W30 (rules 9.1 to 9.10). */
final class FlowCheck implements FileCheck {

    @Override
    public void check(CheckedFile file, Findings findings) {
        Workflow workflow = file.workflow();
        if (workflow.tasks().isEmpty()) {
            return;
        }
        FlowGraph graph = file.flow(workflow.start());
        fallingThrough(file, graph, findings);
        Set<TaskId> nested = nested(workflow);
        for (TaskId id : workflow.tasks().keySet()) {
            if (graph.of(id).isEmpty() && !nested.contains(id)) {
                findings.add(FindingCode.W27, file.find(id).orElseThrow().location(), id);
            }
        }
        cycles(file, graph, findings);
    }

    /** Returns the sub-tasks of groups within groups, which E34 reports already. */
    private static Set<TaskId> nested(Workflow workflow) {
        Set<TaskId> nested = new HashSet<>();
        for (Task task : workflow.tasks().values()) {
            if (task instanceof Task.Group group && workflow.isSubTask(task.id())) {
                nested.addAll(group.members());
            }
        }
        return nested;
    }

    /** Checks the steps between tasks without a jump on the ordinary path. */
    private static void fallingThrough(CheckedFile file, FlowGraph graph, Findings findings) {
        Set<TaskId> gaps = new HashSet<>();
        Set<TaskId> handlers = new HashSet<>();
        for (FlowState state : graph.states()) {
            FlowState next = state.onFailurePath() ? null : state.following();
            if (next == null) {
                continue;
            }
            FollowingTask following = graph.following(state);
            if (following.crossesGap()) {
                TaskId missing = following.gaps().get(0).first();
                if (gaps.add(missing)) {
                    FindingLocation location =
                            file.find(state.task()).orElseThrow().location();
                    findings.add(FindingCode.W26, location, missing, next.task());
                }
            }
            if (file.workflow().isHandler(next.task()) && handlers.add(next.task())) {
                FindingLocation location = file.find(next.task()).orElseThrow().location();
                findings.add(FindingCode.W30, location, next.task(), state.task());
            }
        }
    }

    private static void cycles(CheckedFile file, FlowGraph graph, Findings findings) {
        FlowComponents components = graph.components();
        Set<TaskId> reported = new HashSet<>();
        for (int i = 0; i < components.size(); i++) {
            if (components.isCycle(i)) {
                FlowCycle.in(components, i)
                        .filter(cycle -> reported.add(cycle.source()))
                        .ifPresent(cycle -> {
                            Field field = cycle.jump() == Step.ON_SUCCESS ? Field.ON_SUCCESS : Field.ON_FAILURE;
                            FindingLocation location =
                                    file.find(cycle.source()).orElseThrow().location(field);
                            findings.add(FindingCode.W28, location, cycle);
                        });
            }
        }
    }
}
