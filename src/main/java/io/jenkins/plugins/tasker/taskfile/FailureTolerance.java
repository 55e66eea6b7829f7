package io.jenkins.plugins.tasker.taskfile;

import java.util.List;

/** Decides whether a group may go well although a member has failed: the fan-out tasks of rule 14.7. */
final class FailureTolerance {

    /** The exit code of a group with a failed member (rule 11.7). */
    private static final Decimal FAILED = Decimal.of(1);

    private FailureTolerance() {}

    /** Returns whether the group has {@code max_fail}, or a {@code next} that can be satisfied after failures. */
    static boolean of(Task.Group group) {
        if (group.rollout().budget().isPresent()) {
            return true;
        }
        Next next = group.flow().next();
        return switch (next.mode()) {
            case ALWAYS, NEVER, LOOP -> true;
            case CONDITION ->
                next.condition()
                        .flatMap(Condition::expression)
                        .filter(expression -> canBe(true, expression))
                        .isPresent();
            case ABSENT -> false;
        };
    }

    /** Returns whether an expression can have a value after a failure; each test counts as independent of the others. */
    private static boolean canBe(boolean value, Expression expression) {
        if (expression instanceof Expression.Or or) {
            return value ? any(true, or.terms()) : all(false, or.terms());
        }
        if (expression instanceof Expression.And and) {
            return value ? all(true, and.factors()) : any(false, and.factors());
        }
        if (expression instanceof Expression.Not not) {
            return canBe(!value, not.operand());
        }
        if (expression instanceof Expression.Constant constant) {
            return constant.value() == value;
        }
        if (expression instanceof Expression.ExitCode test) {
            return !test.number().isStatic()
                    || Decimal.of(WhiteSpace.trim(test.number().expanded()))
                            .filter(number -> test.comparison().holds(FAILED.compareTo(number)) == value)
                            .isPresent();
        }
        return !value || !needsSuccess(expression);
    }

    private static boolean needsSuccess(Expression test) {
        if (test instanceof Expression.Group group) {
            boolean none = group.number()
                    .filter(Template::isStatic)
                    .flatMap(number -> Decimal.of(WhiteSpace.trim(number.expanded())))
                    .filter(number -> number.compareTo(FAILED) < 0)
                    .isPresent();
            return group.test() == GroupTest.ALL_SUCCESS || (group.test() == GroupTest.MAX_FAILED && none);
        }
        return test instanceof Expression.Success;
    }

    private static boolean any(boolean value, List<Expression> parts) {
        return parts.stream().anyMatch(part -> canBe(value, part));
    }

    private static boolean all(boolean value, List<Expression> parts) {
        return parts.stream().allMatch(part -> canBe(value, part));
    }
}
