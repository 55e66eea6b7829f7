package io.jenkins.plugins.tasker.taskfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A condition, parsed once from the written text; values are inserted into operands only and never become syntax
 * (rule 8.2).
 *
 * @param written the value of the field
 * @param expression empty if there is a problem; the condition is false then (rule 8.9)
 * @param problems what is wrong with the text, from left to right
 * @param leadingBlanks texts after {@code ~} that start with a blank, which is part of them (W24)
 */
public record Condition(
        String written, Optional<Expression> expression, List<Problem> problems, List<String> leadingBlanks) {

    /**
     * Something in a condition that cannot be read.
     *
     * @param column where, from 1, in the value of the field
     * @param text the offending part of the condition
     */
    public record Problem(Kind kind, int column, String text) {}

    /** Which finding a problem gives. */
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

    /** All tests from left to right; none if the condition cannot be read. */
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
