package io.jenkins.plugins.tasker.taskfile;

import io.jenkins.plugins.tasker.taskfile.Expression.Operand;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the tree of a condition as text: {@code or(exit==0, and(stdout~"a", not(success)))}. */
final class Shape {

    private Shape() {}

    static String of(Condition condition) {
        return condition
                .expression()
                .map(Shape::of)
                .orElseGet(() -> condition.problems().stream()
                        .map(problem -> problem.kind() + " at " + problem.column())
                        .collect(Collectors.joining(", ")));
    }

    static String of(Expression expression) {
        if (expression instanceof Expression.Or or) {
            return "or" + of(or.terms());
        }
        if (expression instanceof Expression.And and) {
            return "and" + of(and.factors());
        }
        if (expression instanceof Expression.Not not) {
            return "not(" + of(not.operand()) + ")";
        }
        if (expression instanceof Expression.ExitCode exit) {
            return "exit" + exit.comparison() + exit.number();
        }
        if (expression instanceof Expression.LineCount count) {
            return "lines(" + of(count.output()) + ")" + count.comparison() + count.number();
        }
        if (expression instanceof Expression.Contains contains) {
            return of(contains.operand()) + (contains.negated() ? "!~" : "~") + of(contains.text());
        }
        if (expression instanceof Expression.Matches matches) {
            return of(matches.operand()) + "=~\"" + matches.pattern() + "\"";
        }
        if (expression instanceof Expression.Compare compare) {
            return of(compare.operand()) + compare.comparison() + of(Optional.of(compare.right()));
        }
        if (expression instanceof Expression.Group group) {
            return group.test().key()
                    + group.number().map(number -> "(" + number + ")").orElse("");
        }
        if (expression instanceof Expression.Flag flag) {
            return "flag(" + flag.value() + ")";
        }
        return expression instanceof Expression.Constant constant
                ? String.valueOf(constant.value())
                : expression.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    private static String of(List<Expression> expressions) {
        return expressions.stream().map(Shape::of).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String of(Operand operand) {
        return operand.kind() == Operand.Kind.TEXT
                ? of(operand.text())
                : operand.kind().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String of(Optional<Template> text) {
        return text.map(template -> "\"" + template.written() + "\"").orElse("");
    }
}
