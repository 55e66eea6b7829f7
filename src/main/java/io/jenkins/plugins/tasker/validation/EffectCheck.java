package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.Task;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.TaskKind;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reports fields without effect: W11, W19 (rules 3.5, 11.2 and 11.9). */
final class EffectCheck implements FileCheck {

    private static final Set<Field> ROUTING =
            EnumSet.of(Field.NEXT, Field.ON_SUCCESS, Field.ON_FAILURE, Field.LOOP, Field.LOOP_BREAK);

    @Override
    public void check(CheckedFile file, Findings findings) {
        for (CheckedTask task : file.tasks()) {
            boolean subTask = runsInGroupsOnly(file, task);
            for (Field field : task.fields()) {
                reason(task, field, subTask)
                        .ifPresent(reason -> findings.add(FindingCode.W11, task.location(field), field, reason));
            }
        }
        returnsInParallelGroups(file, findings);
    }

    private static Optional<String> reason(CheckedTask task, Field field, boolean subTask) {
        if (field != Field.TYPE && !task.uses(field)) {
            boolean refused = task.kind() == TaskKind.FAN_OUT && FanOutCheck.REFUSED.contains(field);
            String kind = task.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return Optional.of(kind + " tasks do not have it").filter(reason -> !refused);
        }
        if (subTask && ROUTING.contains(field)) {
            return Optional.of("the group decides how the run continues");
        }
        return FieldEffects.reasonWithoutEffect(task, field);
    }

    /**
     * Returns whether the task runs only as part of groups. A sub-task that a jump or {@code --start-from} enters runs
     * as a normal task (rules 9.10 and 15.8).
     */
    private static boolean runsInGroupsOnly(CheckedFile file, CheckedTask task) {
        Workflow workflow = file.workflow();
        return task.id()
                .filter(workflow::isSubTask)
                .filter(id -> !workflow.isJumpTarget(id))
                .filter(id -> !file.options().startFrom().equals(Optional.of(id)))
                .isPresent();
    }

    private static void returnsInParallelGroups(CheckedFile file, Findings findings) {
        Set<TaskId> members = new LinkedHashSet<>();
        for (Task task : file.workflow().tasks().values()) {
            if (task instanceof Task.Parallel group) {
                members.addAll(group.members());
            }
        }
        for (TaskId member : members) {
            file.find(member)
                    .filter(task -> task.uses(Field.RETURN))
                    .ifPresent(task -> findings.add(FindingCode.W19, task.location(Field.RETURN)));
        }
    }
}
