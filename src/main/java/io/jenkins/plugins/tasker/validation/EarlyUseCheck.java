package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.ResultReference;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import io.jenkins.plugins.tasker.validation.FlowState.Phase;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reports uses of results before any path can have produced them: W25 (rules 7.5, 13.6 and 15.8). */
final class EarlyUseCheck implements FileCheck {

    /** The fields that are evaluated after the task's own result is stored (rule 9.2). */
    private static final Set<Field> AFTERWARDS =
            EnumSet.of(Field.SLEEP, Field.NEXT, Field.LOOP, Field.LOOP_BREAK, Field.RETURN);

    /** A field that needs the result of another task, or of an earlier execution of the same task. */
    private record Use(CheckedTask task, TaskId id, Field field, ResultReference reference) {}

    @Override
    public void check(CheckedFile file, Findings findings) {
        Workflow workflow = file.workflow();
        if (workflow.tasks().isEmpty()) {
            return;
        }
        TaskId start = file.options().startFrom().orElseGet(workflow::start);
        FlowGraph graph = file.flow(start);
        List<Use> uses = uses(file, graph);
        if (uses.isEmpty()) {
            return;
        }
        EarlierResults earlier = new EarlierResults(
                graph, uses.stream().map(use -> use.reference().task()).collect(Collectors.toSet()));
        for (Use use : uses) {
            TaskId needed = use.reference().task();
            boolean possible = false;
            for (FlowState state : graph.of(use.id())) {
                possible |= isEvaluatedIn(use.field(), state) && earlier.mayExist(needed, state);
            }
            if (!possible) {
                FindingLocation location =
                        use.task().location(use.field()).about(use.reference().toString());
                findings.add(FindingCode.W25, location, use.reference(), use.id(), needed);
            }
        }
    }

    /** Returns the uses in reachable tasks, without those that the task itself satisfies. */
    private static List<Use> uses(CheckedFile file, FlowGraph graph) {
        List<Use> uses = new ArrayList<>();
        for (TaskId id : file.workflow().tasks().keySet()) {
            CheckedTask task = file.find(id).orElseThrow();
            for (Field field : task.fields()) {
                if (task.template(field).isStatic()
                        || !task.isEffective(field)
                        || graph.of(id).isEmpty()) {
                    continue;
                }
                for (ResultReference reference : task.references(field)) {
                    if (isNeeded(file, id, field, reference.task())) {
                        uses.add(new Use(task, id, field, reference));
                    }
                }
            }
        }
        return uses;
    }

    private static boolean isNeeded(CheckedFile file, TaskId user, Field field, TaskId task) {
        boolean own = AFTERWARDS.contains(field) && task.equals(user);
        return !own
                && !file.options().restored().contains(task)
                && file.find(task).isPresent();
    }

    /**
     * Returns whether a field is evaluated in a state. Groups evaluate their routing at the end, all other fields at
     * the start.
     */
    private static boolean isEvaluatedIn(Field field, FlowState state) {
        return state.phase() != (AFTERWARDS.contains(field) ? Phase.GROUP_START : Phase.GROUP_END);
    }
}
