package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Condition;
import io.jenkins.plugins.tasker.taskfile.Condition.Problem;
import io.jenkins.plugins.tasker.taskfile.Field;
import java.util.List;

/** Checks whether conditions can be read: E23 to E26, E29, W24 (section 8). */
final class ConditionTextCheck implements FileCheck.OfTask {

    /** The fields with conditions (rule 8.1). */
    static final List<Field> CONDITIONS = List.of(Field.CONDITION, Field.SUCCESS, Field.NEXT, Field.LOOP_BREAK);

    @Override
    public void check(CheckedTask task, Findings findings) {
        for (Field field : CONDITIONS) {
            if (task.isEffective(field)) {
                task.condition(field).ifPresent(condition -> check(task, field, condition, findings));
            }
        }
    }

    private static void check(CheckedTask task, Field field, Condition condition, Findings findings) {
        for (Problem problem : condition.problems()) {
            FindingLocation location = task.location(field).part(problem.column(), problem.text());
            switch (problem.kind()) {
                case EMPTY -> findings.add(FindingCode.E23, location, field);
                case UNREADABLE -> findings.add(FindingCode.E24, location, field, problem.text());
                case UNKNOWN_TEST -> findings.add(FindingCode.E25, location, field, problem.text());
                case NEEDS_NUMBER -> findings.add(FindingCode.E29, location, problem.text());
                case MISPLACED_LOOP -> findings.add(FindingCode.E26, location);
            }
        }
        for (String text : condition.leadingBlanks()) {
            findings.add(FindingCode.W24, task.location(field).about(text));
        }
    }
}
