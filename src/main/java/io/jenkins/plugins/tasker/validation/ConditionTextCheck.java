package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.command.output.LinePattern;
import io.jenkins.plugins.tasker.command.output.UnreadablePatternException;
import io.jenkins.plugins.tasker.taskfile.Condition;
import io.jenkins.plugins.tasker.taskfile.Condition.Doubt;
import io.jenkins.plugins.tasker.taskfile.Condition.Problem;
import io.jenkins.plugins.tasker.taskfile.Expression;
import io.jenkins.plugins.tasker.taskfile.Field;
import java.util.List;

/** Checks whether conditions can be read: E23 to E26, E29, E39, W24, W31 (section 8). */
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

    private static void pattern(CheckedTask task, Field field, Expression.Matches test, Findings findings) {
        String written = test.pattern().written();
        try {
            LinePattern.compile(test.pattern().syntaxWithPlaceholders());
        } catch (UnreadablePatternException e) {
            int at = Math.max(0, written.indexOf(e.part()));
            FindingLocation location = task.location(field).part(test.column() + at, written.substring(at));
            findings.add(FindingCode.E39, location, written, field, e.getMessage());
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
        for (Expression.Test test : condition.tests()) {
            if (test instanceof Expression.Matches matches) {
                pattern(task, field, matches, findings);
            }
        }
        for (Doubt doubt : condition.doubts()) {
            FindingLocation location = task.location(field).about(doubt.text());
            switch (doubt.suspicion()) {
                case LEADING_BLANK -> findings.add(FindingCode.W24, location);
                case PATH ->
                    findings.add(
                            FindingCode.W31,
                            location,
                            field,
                            doubt.text(),
                            "=~ searches a pattern, and / is part of it",
                            "quote a text that starts with ~, as in =\"~/...\"; quote the pattern if it is one");
                case ALTERNATIVES ->
                    findings.add(
                            FindingCode.W31,
                            location,
                            field,
                            doubt.text(),
                            "~ searches the text as it is written, not one of several texts",
                            "write =~ in place of ~ to search a pattern, or quote the text");
                case NEGATED_PATTERN ->
                    findings.add(
                            FindingCode.W31,
                            location,
                            field,
                            doubt.text(),
                            "!= compares with a text that starts with ~",
                            "write NOT L=~PATTERN if a pattern is meant, or quote the text");
                case LOWER_CASE_OPERATOR ->
                    findings.add(
                            FindingCode.W31,
                            location,
                            field,
                            doubt.text(),
                            "and, or, not in lower case are part of the text",
                            "write AND, OR, NOT in upper case if they join tests, or quote the text");
            }
        }
    }
}
