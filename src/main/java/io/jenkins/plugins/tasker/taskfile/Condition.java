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
 * @param doubts readable parts that the author may have intended differently, from left to right
 */
public record Condition(String written, Optional<Expression> expression, List<Problem> problems, List<Doubt> doubts) {

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

    /**
     * A readable part of a condition that the author may have intended differently.
     *
     * @param text a text after {@code ~}, or a whole test
     */
    public record Doubt(Suspicion suspicion, String text) {}

    /** Why the author may have intended a part of a condition differently, with the code of its finding. */
    public enum Suspicion {
        /** A text after {@code ~} starts with a blank, which belongs to it: W24. */
        LEADING_BLANK,
        /** {@code =~/} starts a pattern, not a path: W31. */
        PATH,
        /** A text after {@code ~} looks like alternatives of a pattern, but is searched literally: W31. */
        ALTERNATIVES,
        /** {@code !=~} compares with a text that starts with {@code ~}: W31. */
        NEGATED_PATTERN,
        /** {@code and}, {@code or} or {@code not} is plain text, because it is not in upper case: W31. */
        LOWER_CASE_OPERATOR
    }

    public static Condition parse(String written, Globals globals) {
        return new ConditionParser(written, globals, false).parse();
    }

    /** Returns whether the value differs from host to host of a fan-out task (rule 19.6). */
    public boolean isPerHost() {
        return tests().stream().flatMap(test -> test.texts().stream()).anyMatch(Template::isPerHost);
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
