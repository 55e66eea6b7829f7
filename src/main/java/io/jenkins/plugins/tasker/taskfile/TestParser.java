package io.jenkins.plugins.tasker.taskfile;

import io.jenkins.plugins.tasker.taskfile.Condition.Doubt;
import io.jenkins.plugins.tasker.taskfile.Condition.Kind;
import io.jenkins.plugins.tasker.taskfile.Condition.Problem;
import io.jenkins.plugins.tasker.taskfile.Expression.Operand;
import io.jenkins.plugins.tasker.taskfile.OperandReader.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses one test of a condition (rules 8.3 to 8.6). The left-most operator splits the test into two operands. */
final class TestParser {

    /**
     * The result of parsing a test.
     *
     * @param end position after the test
     * @param unreadableAt position of a parenthesis without partner, or of an operator without operand; -1 if the test
     *     was read
     */
    record Parsed(Expression.Test test, int end, int unreadableAt) {}

    private static final Pattern EXIT = Pattern.compile("exit_(not_)?(.+)");
    private static final Pattern SIGNED = Pattern.compile("[+-]?[0-9.]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final String text;
    private final OperandReader operands;
    private final Globals globals;
    private final boolean loopAllowed;
    private final List<Problem> problems;
    private final List<Doubt> doubts = new ArrayList<>();

    TestParser(String text, Globals globals, boolean loopAllowed, List<Problem> problems) {
        this.text = text;
        this.operands = new OperandReader(text);
        this.globals = globals;
        this.loopAllowed = loopAllowed;
        this.problems = problems;
    }

    List<Doubt> doubts() {
        return List.copyOf(doubts);
    }

    Parsed parse(int start) {
        Span left = operands.read(start, true);
        if (left.isUnreadable()) {
            return unreadable(left.end());
        }
        int at = WhiteSpace.skip(text, left.end());
        Operators.Match match = at < text.length() ? Operators.ALL.at(text, at) : null;
        if (match == null) {
            return new Parsed(word(left, start), left.end(), -1);
        }
        if (left.text().isEmpty() && !left.quoted()) {
            return unreadable(at);
        }
        int from = at + match.symbol().length();
        int rightStart = match.operator() instanceof Containment ? from : WhiteSpace.skip(text, from);
        Span right = operands.read(rightStart, false);
        if (right.isUnreadable()) {
            return unreadable(right.end());
        }
        boolean noPattern = match.operator() == Matching.MATCHES && right.text().isEmpty();
        if (noPattern) {
            return unreadable(at);
        }
        String written = WhiteSpace.trim(text.substring(start, right.end()));
        Expression.Test test;
        if (match.operator() instanceof Comparison comparison) {
            test = comparison(written, left, comparison, right, start);
        } else if (match.operator() instanceof Containment containment) {
            test = contains(written, left, containment == Containment.CONTAINS_NOT, right);
        } else {
            int column = rightStart + (right.quoted() ? 1 : 0) + 1;
            test = new Expression.Matches(written, operand(left), PatternText.of(right.text(), globals), column);
        }
        Doubts.of(text, written, left, match.operator(), right).ifPresent(doubts::add);
        return new Parsed(test, right.end(), -1);
    }

    private static Parsed unreadable(int position) {
        return new Parsed(null, position, position);
    }

    /** Interprets a test without operator. */
    private Expression.Test word(Span span, int start) {
        String word = span.text();
        Optional<GroupTest> group = GroupTest.of(word);
        if (word.equals("success")) {
            return new Expression.Success(word);
        }
        if (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")) {
            return new Expression.Constant(word, Boolean.parseBoolean(word.toLowerCase(Locale.ROOT)));
        }
        if (loopAllowed && word.equals("loop")) {
            return new Expression.Loop(word);
        }
        if (group.isPresent()) {
            return group.get().needsNumber()
                    ? problem(Kind.NEEDS_NUMBER, start, word)
                    : new Expression.Group(word, group.get(), Optional.empty());
        }
        if (Reference.isWhole(word)) {
            return new Expression.Flag(word, template(word));
        }
        return exit(word, start);
    }

    private Expression.Test exit(String word, int start) {
        Matcher exit = EXIT.matcher(word);
        if (!exit.matches()) {
            return problem(Kind.UNKNOWN_TEST, start, word);
        }
        String number = exit.group(2);
        if (isNumber(number)) {
            Comparison comparison = exit.group(1) == null ? Comparison.EQUAL : Comparison.NOT_EQUAL;
            return new Expression.ExitCode(word, comparison, template(number));
        }
        return problem(SIGNED.matcher(number).matches() ? Kind.NEEDS_NUMBER : Kind.UNKNOWN_TEST, start, word);
    }

    private Expression.Test contains(String written, Span left, boolean negated, Span right) {
        boolean emptiness = right.text().isEmpty() && !right.quoted();
        return new Expression.Contains(
                written, operand(left), negated, emptiness ? Optional.empty() : Optional.of(template(right.text())));
    }

    private Expression.Test comparison(String written, Span left, Comparison comparison, Span right, int start) {
        String name = left.quoted() ? "" : left.text();
        Optional<GroupTest> group = GroupTest.of(name).filter(GroupTest::needsNumber);
        boolean counts = name.equals("stdout_count") || name.equals("stderr_count");
        if (!counts && !name.equals("exit_code") && group.isEmpty()) {
            return new Expression.Compare(written, operand(left), comparison, template(right.text()));
        }
        if (group.isPresent() && comparison != Comparison.EQUAL) {
            return problem(Kind.UNKNOWN_TEST, start, written);
        }
        if (!isNumber(right.text())) {
            return problem(Kind.NEEDS_NUMBER, start, written);
        }
        Template number = template(right.text());
        if (group.isPresent()) {
            return new Expression.Group(written, group.get(), Optional.of(number));
        }
        if (counts) {
            Operand.Kind output = name.startsWith("stdout") ? Operand.Kind.STDOUT : Operand.Kind.STDERR;
            return new Expression.LineCount(written, Operand.of(output), comparison, number);
        }
        return new Expression.ExitCode(written, comparison, number);
    }

    private Operand operand(Span span) {
        if (!span.quoted() && span.text().equals("stdout")) {
            return Operand.of(Operand.Kind.STDOUT);
        }
        if (!span.quoted() && span.text().equals("stderr")) {
            return Operand.of(Operand.Kind.STDERR);
        }
        return Operand.of(template(span.text()));
    }

    /** Records a problem and returns a placeholder, so that parsing continues and finds further problems. */
    private Expression.Test problem(Kind kind, int start, String offending) {
        problems.add(new Problem(kind, start + 1, offending));
        return new Expression.Constant(offending, false);
    }

    private Template template(String operand) {
        return Template.of(operand, globals);
    }

    private static boolean isNumber(String number) {
        return DIGITS.matcher(number).matches() || Reference.isWhole(number);
    }
}
