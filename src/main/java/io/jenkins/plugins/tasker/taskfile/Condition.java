package io.jenkins.plugins.tasker.taskfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A condition, parsed once from the written text. Values are inserted into operands only and never become syntax (rule
 * 8.2).
 *
 * @param written the value of the field
 * @param expression empty if the text has problems; the condition is false then (rule 8.9)
 * @param problems the unreadable parts of the text, from left to right
 * @param leadingBlanks texts after {@code ~} that start with a blank, which belongs to them (W24)
 */
public record Condition(
        String written, Optional<Expression> expression, List<Problem> problems, List<String> leadingBlanks) {

    /**
     * A part of a condition that cannot be read.
     *
     * @param column position of the part in the value of the field, from 1
     * @param text the unreadable part
     */
    public record Problem(Kind kind, int column, String text) {}

    /** The kind of a problem, with the code of its finding. */
    public enum Kind {
        /** E23. */
        EMPTY,
        /** E24. */
        UNREADABLE,
        /** E25. */
        UNKNOWN_TEST,
        /** E29. */
        NEEDS_NUMBER,
        /** E26. */
        MISPLACED_LOOP
    }

    public static Condition parse(String written, Globals globals) {
        return new ConditionParser(written, globals, false).parse();
    }

    /** Returns all tests from left to right; none if the condition cannot be read. */
    public List<Expression.Test> tests() {
        List<Expression.Test> tests = new ArrayList<>();
        expression.ifPresent(root -> root.forEachTest(tests::add));
        return tests;
    }

    @Override
    public String toString() {
        return written;
    }
}
