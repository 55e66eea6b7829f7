package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Comparison;
import io.jenkins.plugins.tasker.taskfile.Expression;
import io.jenkins.plugins.tasker.taskfile.Expression.Operand;
import io.jenkins.plugins.tasker.taskfile.Expression.Test;
import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.GroupTest;
import io.jenkins.plugins.tasker.taskfile.Next;
import io.jenkins.plugins.tasker.taskfile.Template;
import io.jenkins.plugins.tasker.taskfile.ValueComparison;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks the meaning of readable conditions: E27 to E29, E40, W13, W16, W22, W23 (section 8, rules 8.12, 10.5 and 11.8). */
final class ConditionMeaningCheck implements FileCheck.OfTask {

    private static final Pattern DIGITS = Pattern.compile("0*([0-9]+)");

    private static final long HIGHEST_EXIT_CODE = 255;

    @Override
    public void check(CheckedTask task, Findings findings) {
        for (Field field : ConditionTextCheck.CONDITIONS) {
            if (task.isEffective(field)) {
                task.condition(field)
                        .ifPresent(condition -> condition.tests().forEach(test -> test(task, field, test, findings)));
            }
        }
        if (task.uses(Field.NEXT) && task.next().mode() == Next.Mode.LOOP && !task.has(Field.LOOP)) {
            findings.add(FindingCode.E27, task.location(Field.NEXT));
        }
    }

    private static void test(CheckedTask task, Field field, Test test, Findings findings) {
        FindingLocation location = task.location(field).about(test.written());
        if (test instanceof Expression.Group group) {
            group(task, field, group, location, findings);
        } else if (test instanceof Expression.ExitCode exitCode) {
            Optional<String> number = number(exitCode.number(), test, location, findings);
            if (exitCode.comparison() == Comparison.EQUAL
                    && number.filter(ConditionMeaningCheck::isAboveExitCodes).isPresent()) {
                findings.add(FindingCode.W16, location, test.written(), number.get());
            }
        } else if (test instanceof Expression.LineCount count) {
            number(count.number(), test, location, findings);
        }
        Optional<String> unordered = test instanceof Expression.Compare compare ? unordered(compare) : Optional.empty();
        if (unordered.isPresent()) {
            findings.add(FindingCode.E40, location, field, test.written(), unordered.get());
        } else if (isConstant(test)) {
            findings.add(FindingCode.W22, location, field, test.written());
        }
        if (field == Field.CONDITION && usesCurrentResult(test)) {
            findings.add(FindingCode.W23, location, test.written());
        }
    }

    private static void group(
            CheckedTask task, Field field, Expression.Group test, FindingLocation location, Findings findings) {
        if (!task.kind().isGroup() || (field != Field.NEXT && field != Field.LOOP_BREAK)) {
            findings.add(FindingCode.E28, location, test.written());
        }
        Optional<String> number = test.number().flatMap(n -> number(n, test, location, findings));
        boolean minimum = test.test() == GroupTest.MIN_SUCCESS || test.test() == GroupTest.MIN_FAILED;
        if (minimum && number.filter(n -> n.equals("0")).isPresent()) {
            findings.add(FindingCode.W13, location, field, 0, test.test().key() + "=0 is always true");
        }
    }

    /**
     * Returns the digits of a number that is known before the run, without leading zeros. Reports E29 if the text is
     * not a number.
     */
    private static Optional<String> number(Template number, Test test, FindingLocation location, Findings findings) {
        if (number.known().isEmpty()) {
            return Optional.empty();
        }
        var digits = DIGITS.matcher(number.expanded());
        if (!digits.matches()) {
            findings.add(FindingCode.E29, location, test.written());
            return Optional.empty();
        }
        return Optional.of(digits.group(1));
    }

    /** Returns a value that is neither number nor version, if the test orders two values that are known before the run. */
    private static Optional<String> unordered(Expression.Compare test) {
        Optional<String> left = test.operand().text().flatMap(Template::known);
        Optional<String> right = test.right().known();
        return test.comparison().needsOrder() && left.isPresent() && right.isPresent()
                ? Stream.of(left.get(), right.get())
                        .filter(value -> !ValueComparison.isOrdered(value))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isAboveExitCodes(String digits) {
        return digits.length() > 3 || Long.parseLong(digits) > HIGHEST_EXIT_CODE;
    }

    /** Returns whether the result of a test never changes (rule 13.5). */
    private static boolean isConstant(Test test) {
        if (test instanceof Expression.Flag flag) {
            return flag.value()
                    .known()
                    .filter(value -> !ValueComparison.isTruthValue(value))
                    .isPresent();
        }
        boolean comparison = test instanceof Expression.Compare
                || test instanceof Expression.Contains
                || test instanceof Expression.Matches;
        return comparison && !usesCurrentResult(test) && test.texts().stream().noneMatch(Template::hasReferences);
    }

    private static boolean usesCurrentResult(Test test) {
        if (test instanceof Expression.Compare compare) {
            return compare.operand().kind() != Operand.Kind.TEXT;
        }
        if (test instanceof Expression.Contains contains) {
            return contains.operand().kind() != Operand.Kind.TEXT;
        }
        if (test instanceof Expression.Matches matches) {
            return matches.operand().kind() != Operand.Kind.TEXT;
        }
        return test instanceof Expression.Success
                || test instanceof Expression.ExitCode
                || test instanceof Expression.LineCount;
    }
}
