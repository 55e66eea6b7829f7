package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.taskfile.Comparison;
import io.jenkins.plugins.tasker.taskfile.Condition;
import io.jenkins.plugins.tasker.taskfile.Expression;
import io.jenkins.plugins.tasker.taskfile.Expression.Operand;
import io.jenkins.plugins.tasker.taskfile.ResultLookup;
import io.jenkins.plugins.tasker.taskfile.Template;
import io.jenkins.plugins.tasker.taskfile.WhiteSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Evaluates a condition for one result, without side effects (rule 8.11). */
final class ConditionEvaluator {

    /**
     * The value of a condition.
     *
     * @param warnings messages for the log, at WARN
     */
    record Evaluation(boolean value, List<String> warnings) {}

    /** A longer output equals no text: a task file cannot hold a text of that length. */
    private static final int LONGEST_COMPARED = 1 << 20;

    private final ConditionInput input;
    private final ResultLookup results;
    private final List<String> warnings = new ArrayList<>();

    private ConditionEvaluator(ConditionInput input, ResultLookup results) {
        this.input = input;
        this.results = results;
    }

    static Evaluation evaluate(Condition condition, ConditionInput input, ResultLookup results) {
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
        ConditionEvaluator evaluator = new ConditionEvaluator(input, results);
        boolean value = evaluator.holds(condition.expression().get());
        return new Evaluation(value, evaluator.warnings);
    }

    private boolean holds(Expression expression) {
        if (expression instanceof Expression.Or or) {
            return or.terms().stream().anyMatch(this::holds);
        }
        if (expression instanceof Expression.And and) {
            return and.factors().stream().allMatch(this::holds);
        }
        if (expression instanceof Expression.Not not) {
            return !holds(not.operand());
        }
        if (expression instanceof Expression.Constant constant) {
            return constant.value();
        }
        if (expression instanceof Expression.Success) {
            return input.success();
        }
        if (expression instanceof Expression.Flag flag) {
            return flag(flag);
        }
        if (expression instanceof Expression.ExitCode exitCode) {
            return count(input.exitCode(), exitCode.comparison(), exitCode.number(), exitCode.written());
        }
        if (expression instanceof Expression.LineCount lines) {
            return count(output(lines.output()).lineCount(), lines.comparison(), lines.number(), lines.written());
        }
        if (expression instanceof Expression.Contains contains) {
            return contains(contains);
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

    private boolean flag(Expression.Flag flag) {
        String value = WhiteSpace.trim(text(flag.value()));
        if (!ValueComparison.isTruthValue(value)) {
            warnings.add("'" + flag.written() + "' is neither true nor false, but '" + value + "'; it counts as false");
        }
        return value.equalsIgnoreCase("true");
    }

    private boolean count(long actual, Comparison comparison, Template number, String written) {
        Optional<Decimal> expected = number(number, written);
        return expected.isPresent() && comparison.holds(Decimal.of(actual).compareTo(expected.get()));
    }

    private Optional<Decimal> number(Template template, String written) {
        String value = WhiteSpace.trim(text(template));
        Optional<Decimal> number = Decimal.of(value);
        if (number.isEmpty()) {
            warnings.add("'" + written + "' counts as false: '" + value + "' is not a number");
        }
        return number;
    }

    private boolean contains(Expression.Contains test) {
        Output operand = output(test.operand());
        // Without a text, L~ is true if L is empty, and L!~ if it is not.
        boolean found = test.text().map(text -> operand.contains(text(text))).orElseGet(operand::isBlank);
        return found != test.negated();
    }

    private boolean compare(Expression.Compare test) {
        Output operand = output(test.operand());
        if (operand.length() > LONGEST_COMPARED) {
            return test.comparison() == Comparison.NOT_EQUAL;
        }
        return ValueComparison.compare(operand.head(LONGEST_COMPARED), test.comparison(), text(test.right()));
    }

    private boolean group(Expression.Group test) {
        if (input.counts().isEmpty()) {
            warnings.add("'" + test.written() + "' counts as false: the task is not a group");
            return false;
        }
        GroupCounts counts = input.counts().get();
        Decimal number = Decimal.of(0);
        if (test.number().isPresent()) {
            Optional<Decimal> wanted = number(test.number().get(), test.written());
            if (wanted.isEmpty()) {
                return false;
            }
            number = wanted.get();
        }
        int success = Decimal.of(counts.success()).compareTo(number);
        int failed = Decimal.of(counts.failed()).compareTo(number);
        return switch (test.test()) {
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
}
