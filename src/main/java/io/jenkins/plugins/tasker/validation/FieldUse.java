package io.jenkins.plugins.tasker.validation;

import static io.jenkins.plugins.tasker.taskfile.Field.*;

import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.TaskKind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The fields that each kind of task has: the last column of rule 3.3. */
final class FieldUse {

    private static final Set<Field> ALL = EnumSet.of(TASK, TYPE, CONDITION);
    private static final Set<Field> RUNNING =
            EnumSet.of(TIMEOUT, SLEEP, NEXT, ON_SUCCESS, ON_FAILURE, LOOP, LOOP_BREAK);
    private static final Set<Field> PER_HOST =
            EnumSet.of(COMMAND, ARGUMENTS, EXEC, SUCCESS, STDOUT_COUNT, STDERR_COUNT, STDOUT_SPLIT, STDERR_SPLIT);
    private static final Set<Field> TOGETHER =
            EnumSet.of(MAX_PARALLEL, BATCH, BATCH_SLEEP, BATCH_CONFIRM, MAX_FAIL, FAIL_FAST);
    private static final Set<Field> RETRIES = EnumSet.of(RETRY_FAILED, RETRY_COUNT, RETRY_DELAY);

    private static final Map<TaskKind, Set<Field>> USES = new EnumMap<>(Map.of(
            TaskKind.NORMAL, union(ALL, RUNNING, PER_HOST, EnumSet.of(HOSTNAME, RETURN)),
            TaskKind.RETURN, union(ALL, EnumSet.of(RETURN)),
            TaskKind.FAN_OUT, union(ALL, RUNNING, PER_HOST, RETRIES, TOGETHER, EnumSet.of(HOSTNAMES)),
            TaskKind.PARALLEL, union(ALL, RUNNING, RETRIES, EnumSet.of(TASKS), TOGETHER),
            TaskKind.CONDITIONAL, union(ALL, RUNNING, RETRIES, EnumSet.of(IF_TRUE_TASKS, IF_FALSE_TASKS))));

    private FieldUse() {}

    static Set<Field> of(TaskKind kind) {
        return USES.get(kind);
    }

    @SafeVarargs
    private static Set<Field> union(Set<Field>... sets) {
        Set<Field> union = EnumSet.noneOf(Field.class);
        for (Set<Field> set : sets) {
            union.addAll(set);
        }
        return union;
    }
}
