package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Field;
import java.util.EnumSet;
import java.util.Set;

/** Reports missing and empty fields: E06, E07, E08, E33, W10 (rules 3.1 and 3.2). */
final class RequiredFieldCheck implements FileCheck.OfTask {

    /** Fields that may be empty, or that have a finding of their own if they are (E02, E23, E30, W10, W18). */
    private static final Set<Field> MAY_BE_EMPTY = EnumSet.of(
            Field.TASK,
            Field.TYPE,
            Field.ARGUMENTS,
            Field.CONDITION,
            Field.SUCCESS,
            Field.NEXT,
            Field.LOOP_BREAK,
            Field.TASKS,
            Field.HOSTNAMES,
            Field.IF_TRUE_TASKS,
            Field.IF_FALSE_TASKS);

    @Override
    public void check(CheckedTask task, Findings findings) {
        type(task, findings);
        missing(task, findings);
        for (Field field : task.fields()) {
            if (!MAY_BE_EMPTY.contains(field) && task.isEffective(field) && isEmpty(task, field)) {
                findings.add(FindingCode.E08, task.location(field), field);
            }
        }
    }

    private static void type(CheckedTask task, Findings findings) {
        if (!task.kind().isGroup()) {
            // A type that is unknown before the run has findings of its own (E11, E13, E15).
            task.known(Field.TYPE).ifPresent(type -> findings.add(FindingCode.W10, task.location(Field.TYPE), type));
        }
    }

    private static void missing(CheckedTask task, Findings findings) {
        switch (task.kind()) {
            case NORMAL -> {
                if (task.has(Field.COMMAND)) {
                    require(task, Field.HOSTNAME, findings);
                } else {
                    // The intended kind is unknown, so further missing fields are unknown as well.
                    findings.add(FindingCode.E07, task.location());
                }
            }
            case FAN_OUT -> {
                // E42 reports a missing command, E47 an empty list.
            }
            case PARALLEL -> require(task, Field.TASKS, findings);
            case CONDITIONAL -> {
                require(task, Field.CONDITION, findings);
                if (!task.has(Field.IF_TRUE_TASKS) && !task.has(Field.IF_FALSE_TASKS)) {
                    findings.add(FindingCode.E33, task.location());
                }
            }
            case RETURN -> {
                // The return value, which makes it a return task, is its only required field.
            }
        }
    }

    private static void require(CheckedTask task, Field field, Findings findings) {
        if (!task.has(field)) {
            findings.add(FindingCode.E06, task.location(), field);
        }
    }

    private static boolean isEmpty(CheckedTask task, Field field) {
        boolean empty = task.known(field).filter(String::isEmpty).isPresent();
        return empty && !(field == Field.HOSTNAME && task.has(Field.EXEC) && task.isLocal());
    }
}
