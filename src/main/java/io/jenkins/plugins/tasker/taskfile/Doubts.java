package io.jenkins.plugins.tasker.taskfile;

import io.jenkins.plugins.tasker.taskfile.Condition.Doubt;
import io.jenkins.plugins.tasker.taskfile.Condition.Suspicion;
import io.jenkins.plugins.tasker.taskfile.OperandReader.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds readable tests that probably do not mean what the author intended (W24, W31). */
final class Doubts {

    private static final Pattern ALTERNATIVES = Pattern.compile("\\([^()|]+\\|[^()]+\\)");

    private Doubts() {}

    /**
     * Returns the doubt about a test.
     *
     * @param condition the text of the whole condition
     * @param test the test as written
     */
    static Optional<Doubt> of(String condition, String test, Span left, Operator operator, Span right) {
        Optional<String> word = left.quoted() ? Optional.empty() : LowerCaseOperators.inLeft(left.text());
        if (word.isEmpty() && !right.quoted()) {
            word = LowerCaseOperators.inRight(right.text());
        }
        return word.isPresent()
                ? Optional.of(new Doubt(Suspicion.LOWER_CASE_OPERATOR, test))
                : of(condition, test, operator, right);
    }

    private static Optional<Doubt> of(String condition, String test, Operator operator, Span right) {
        String text = right.text();
        if (right.quoted() || text.isEmpty()) {
            return Optional.empty();
        }
        if (operator == Matching.MATCHES) {
            return text.startsWith("/") ? Optional.of(new Doubt(Suspicion.PATH, test)) : Optional.empty();
        }
        if (operator == Comparison.NOT_EQUAL) {
            boolean pattern = text.startsWith("~") && text.length() > 1 && !text.startsWith("~/");
            return pattern ? Optional.of(new Doubt(Suspicion.NEGATED_PATTERN, test)) : Optional.empty();
        }
        if (operator instanceof Comparison) {
            return Optional.empty();
        }
        if (WhiteSpace.is(text.charAt(0))) {
            return Optional.of(new Doubt(Suspicion.LEADING_BLANK, text));
        }
        // The text ends at the | of a\\|b, because only quotes protect an operator.
        boolean escaped = text.endsWith("\\") && condition.startsWith("|", right.end());
        return escaped || ALTERNATIVES.matcher(text).find()
                ? Optional.of(new Doubt(Suspicion.ALTERNATIVES, test))
                : Optional.empty();
    }
}
