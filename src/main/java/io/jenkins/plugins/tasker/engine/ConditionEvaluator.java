package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.command.output.LinePattern;
import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.command.output.UnreadablePatternException;
import io.jenkins.plugins.tasker.taskfile.Comparison;
import io.jenkins.plugins.tasker.taskfile.Condition;
import io.jenkins.plugins.tasker.taskfile.Decimal;
import io.jenkins.plugins.tasker.taskfile.Expression;
import io.jenkins.plugins.tasker.taskfile.Expression.Operand;
import io.jenkins.plugins.tasker.taskfile.GroupTest;
import io.jenkins.plugins.tasker.taskfile.ResultLookup;
import io.jenkins.plugins.tasker.taskfile.Template;
import io.jenkins.plugins.tasker.taskfile.Truth;
import io.jenkins.plugins.tasker.taskfile.ValueComparison;
import io.jenkins.plugins.tasker.taskfile.WhiteSpace;
import io.jenkins.plugins.tasker.text.VisibleText;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Evaluates a condition for one result, without side effects (rule 8.11). */
final class ConditionEvaluator {

    /**
     * The value of a condition.
     *
     * @param warnings messages for the log, at WARN
     */
    record Evaluation(boolean value, List<String> warnings) {}

    /** A longer output equals no text, and is neither number nor version: a task file cannot hold a text of that length. */
    private static final int LONGEST_COMPARED = 1 << 20;

    private final ConditionInput input;
    private final ResultLookup results;
    private final UnaryOperator<String> mask;
    private final Map<Expression.Matches, LinePattern> patterns = new IdentityHashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private final Set<String> unknown = new LinkedHashSet<>();

    private ConditionEvaluator(ConditionInput input, ResultLookup results, UnaryOperator<String> mask) {
        this.input = input;
        this.results = results;
        this.mask = mask;
    }

    /**
     * Returns the value of a condition; an unknown one counts as false (rule 8.12).
     *
     * @param mask replaces the secrets in a value before a warning shows its beginning
     */
    static Evaluation evaluate(
            Condition condition, ConditionInput input, ResultLookup results, UnaryOperator<String> mask) {
        if (condition.expression().isEmpty()) {
            return new Evaluation(false, List.of("condition '" + condition + "' cannot be read; it counts as false"));
        }
        List<String> unresolved = condition.tests().stream()
                .flatMap(test -> test.texts().stream())
                .flatMap(text -> text.render(results).unresolved().stream())
                .distinct()
                .toList();
        if (!unresolved.isEmpty()) {
            String warning =
                    "condition '" + condition + "' counts as false: no value for " + String.join(", ", unresolved);
            return new Evaluation(false, List.of(warning));
        }
        Optional<String> lost = condition.tests().stream()
                .flatMap(test -> lostOutput(test, input).stream())
                .findFirst();
        if (lost.isPresent()) {
            String warning = "condition '" + condition + "' counts as false: " + lost.get() + " could not be kept";
            return new Evaluation(false, List.of(warning));
        }
        ConditionEvaluator evaluator = new ConditionEvaluator(input, results, mask);
        try {
            evaluator.compilePatterns(condition);
        } catch (UnreadablePatternException e) {
            String warning = "condition '" + condition + "' counts as false: " + e.getMessage();
            return new Evaluation(false, List.of(warning));
        }
        Truth value = evaluator.truth(condition.expression().get());
        if (value == Truth.UNKNOWN) {
            evaluator.warnings.add("condition '" + condition + "' is unknown and counts as false: "
                    + String.join("; ", evaluator.unknown));
        }
        return new Evaluation(value == Truth.TRUE, evaluator.warnings);
    }

    /** Returns the output that a test reads if it is incomplete (rule 6.3). */
    private static Optional<String> lostOutput(Expression.Test test, ConditionInput input) {
        return test.left().flatMap(left -> switch (left.kind()) {
            case STDOUT ->
                Optional.of("stdout").filter(name -> !input.stdout().loss().isEmpty());
            case STDERR ->
                Optional.of("stderr").filter(name -> !input.stderr().loss().isEmpty());
            case TEXT -> Optional.<String>empty();
        });
    }

    /** Compiles the patterns with their values, before a test is evaluated: one that cannot be read makes the condition false. */
    private void compilePatterns(Condition condition) throws UnreadablePatternException {
        for (Expression.Test test : condition.tests()) {
            if (test instanceof Expression.Matches matches) {
                patterns.put(matches, LinePattern.compile(matches.pattern().syntax(results)));
            }
        }
    }

    private Truth truth(Expression expression) {
        if (expression instanceof Expression.Or or) {
            return firstOf(Truth.TRUE, or.terms());
        }
        if (expression instanceof Expression.And and) {
            return firstOf(Truth.FALSE, and.factors());
        }
        if (expression instanceof Expression.Not not) {
            return truth(not.operand()).negated();
        }
        if (expression instanceof Expression.Constant constant) {
            return Truth.of(constant.value());
        }
        if (expression instanceof Expression.Success) {
            return Truth.of(input.success());
        }
        if (expression instanceof Expression.Flag flag) {
            return Truth.of(flag(flag));
        }
        if (expression instanceof Expression.ExitCode exitCode) {
            return count(input.exitCode(), exitCode.comparison(), exitCode.number(), exitCode.written());
        }
        if (expression instanceof Expression.LineCount lines) {
            return count(output(lines.output()).lineCount(), lines.comparison(), lines.number(), lines.written());
        }
        if (expression instanceof Expression.Contains contains) {
            return Truth.of(contains(contains));
        }
        if (expression instanceof Expression.Matches matches) {
            return Truth.of(output(matches.operand()).matchesLine(patterns.get(matches)));
        }
        if (expression instanceof Expression.Compare compare) {
            return compare(compare);
        }
        if (expression instanceof Expression.Group group) {
            return group(group);
        }
        // The parser rejects a condition that contains a loop word.
        throw new IllegalArgumentException("unknown test: " + expression);
    }

    /** Returns the deciding value if a part has it, else unknown if a part is unknown (rule 8.12). */
    private Truth firstOf(Truth deciding, List<Expression> parts) {
        Truth value = deciding.negated();
        for (Expression part : parts) {
            Truth truth = truth(part);
            if (truth == deciding) {
                return deciding;
            }
            value = truth == Truth.UNKNOWN ? truth : value;
        }
        return value;
    }

    private boolean flag(Expression.Flag flag) {
        String value = WhiteSpace.trim(text(flag.value()));
        if (!ValueComparison.isTruthValue(value)) {
            warnings.add("'" + flag.written() + "' is neither true nor false, but '" + shown(value)
                    + "'; it counts as false");
        }
        return value.equalsIgnoreCase("true");
    }

    private Truth count(long actual, Comparison comparison, Template number, String written) {
        return number(number, written)
                .map(expected -> Truth.of(comparison.holds(Decimal.of(actual).compareTo(expected))))
                .orElse(Truth.UNKNOWN);
    }

    /** Returns the number that a test needs; empty makes the test unknown. */
    private Optional<Decimal> number(Template template, String written) {
        String value = WhiteSpace.trim(text(template));
        Optional<Decimal> number = Decimal.of(value);
        if (number.isEmpty()) {
            unknown.add("'" + shown(value) + "' in '" + written + "' is not a number");
        }
        return number;
    }

    private boolean contains(Expression.Contains test) {
        Output operand = output(test.operand());
        // Without a text, L~ is true if L is empty, and L!~ if it is not.
        boolean found = test.text().map(text -> operand.contains(text(text))).orElseGet(operand::isBlank);
        return found != test.negated();
    }

    private Truth compare(Expression.Compare test) {
        Output operand = output(test.operand());
        if (operand.length() > LONGEST_COMPARED) {
            return test.comparison().needsOrder()
                    ? unordered(test, operand.head(LONGEST_COMPARED))
                    : Truth.of(test.comparison() == Comparison.NOT_EQUAL);
        }
        String left = operand.head(LONGEST_COMPARED);
        String right = text(test.right());
        Truth value = ValueComparison.compare(left, test.comparison(), right);
        return value == Truth.UNKNOWN ? unordered(test, ValueComparison.isOrdered(left) ? right : left) : value;
    }

    private Truth unordered(Expression.Compare test, String value) {
        unknown.add("'" + shown(WhiteSpace.trim(value)) + "' in '" + test.written()
                + "' is neither a number nor a version");
        return Truth.UNKNOWN;
    }

    private Truth group(Expression.Group test) {
        if (input.counts().isEmpty()) {
            unknown.add("'" + test.written() + "' tests a group, and the task is not a group");
            return Truth.UNKNOWN;
        }
        GroupCounts counts = input.counts().get();
        if (test.number().isEmpty()) {
            return Truth.of(group(test.test(), counts, Decimal.of(0)));
        }
        return number(test.number().get(), test.written())
                .map(number -> Truth.of(group(test.test(), counts, number)))
                .orElse(Truth.UNKNOWN);
    }

    private static boolean group(GroupTest test, GroupCounts counts, Decimal number) {
        int success = Decimal.of(counts.success()).compareTo(number);
        int failed = Decimal.of(counts.failed()).compareTo(number);
        return switch (test) {
            case ALL_SUCCESS -> counts.failed() == 0;
            case ANY_SUCCESS -> counts.success() > 0;
            case MAJORITY_SUCCESS -> counts.success() > counts.failed();
            case MIN_SUCCESS -> success >= 0;
            case MAX_SUCCESS -> success <= 0;
            case MIN_FAILED -> failed >= 0;
            case MAX_FAILED -> failed <= 0;
        };
    }

    private Output output(Operand operand) {
        return switch (operand.kind()) {
            case STDOUT -> input.stdout();
            case STDERR -> input.stderr();
            case TEXT -> Output.of(text(operand.text().orElseThrow()));
        };
    }

    private String text(Template template) {
        return template.render(results).text();
    }

    private String shown(String value) {
        return VisibleText.start(mask.apply(value));
    }
}
