package io.jenkins.plugins.tasker.taskfile;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** Finds the tasks whose failure the file uses: to choose the flow, or as a value (rule 18.2). */
final class FailureUse {

    private static final Set<Field> FLOW =
            EnumSet.of(Field.NEXT, Field.ON_FAILURE, Field.LOOP_BREAK, Field.MAX_FAIL, Field.FAIL_FAST);
    private static final Set<ResultName> RESULTS = EnumSet.of(
            ResultName.EXIT_CODE,
            ResultName.EXIT,
            ResultName.SUCCESS,
            ResultName.STDERR,
            ResultName.SUCCESS_COUNT,
            ResultName.FAILED_COUNT,
            ResultName.TIMEOUT_COUNT,
            ResultName.NOTSTARTED_COUNT,
            ResultName.SUCCESS_HOSTS,
            ResultName.FAILED_HOSTS,
            ResultName.TIMEOUT_HOSTS,
            ResultName.NOTSTARTED_HOSTS);

    private FailureUse() {}

    /**
     * Finds the tasks that decide by their own failure, or whose result another field refers to. Members of such groups are
     * not included.
     *
     * @param workflow of the same tasks
     */
    static Set<TaskId> of(Collection<TaskFields> tasks, Workflow workflow) {
        Set<TaskId> used = new HashSet<>();
        for (TaskFields fields : tasks) {
            TaskId id = fields.id().orElseThrow();
            if (hasSuccess(fields) || hasFlow(fields, workflow, id)) {
                used.add(id);
            }
            for (Field field : fields.given()) {
                fields.template(field).references().stream()
                        .filter(reference -> RESULTS.contains(reference.name()))
                        .forEach(reference -> used.add(reference.task()));
            }
        }
        return used;
    }

    private static boolean hasSuccess(TaskFields fields) {
        return fields.kind().hasCommand() && fields.has(Field.SUCCESS);
    }

    /** The fields have no effect on a task that runs as a member only (rule 11.2). */
    private static boolean hasFlow(TaskFields fields, Workflow workflow, TaskId id) {
        return FLOW.stream().anyMatch(fields::has) && (!workflow.isSubTask(id) || workflow.isJumpTarget(id));
    }
}
