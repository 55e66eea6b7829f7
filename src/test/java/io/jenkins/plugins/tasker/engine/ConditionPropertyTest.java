package io.jenkins.plugins.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.taskfile.Condition;
import io.jenkins.plugins.tasker.taskfile.Globals;
import io.jenkins.plugins.tasker.taskfile.Truth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConditionPropertyTest {

    /** A condition with its expected value, computed while the text was built. */
    record Written(String text, Truth value) {}

    private static final ConditionInput SUBJECT =
            new ConditionInput(3, Output.of("alpha (a|b) beta & gamma\n"), Output.EMPTY, false, Optional.empty());

    @Provide
    Arbitrary<Written> conditions() {
        Arbitrary<Written> test = Arbitraries.of(
                new Written("true", Truth.TRUE),
                new Written("FALSE", Truth.FALSE),
                new Written("exit_3", Truth.TRUE),
                new Written("exit_0", Truth.FALSE),
                new Written("exit_not_0", Truth.TRUE),
                new Written("stdout~alpha", Truth.TRUE),
                new Written("stdout~(a|b)", Truth.TRUE),
                new Written("stdout!~\"beta & gamma\"", Truth.FALSE),
                new Written("stderr~", Truth.TRUE),
                new Written("5 >= 05.0", Truth.TRUE),
                new Written("a < b", Truth.UNKNOWN),
                new Written("stdout >= 2", Truth.UNKNOWN),
                new Written("success", Truth.FALSE));
        return Arbitraries.lazyOf(
                () -> test,
                () -> test,
                () -> conditions()
                        .map(c ->
                                new Written("NOT (" + c.text() + ")", c.value().negated())),
                () -> Combinators.combine(conditions(), conditions(), Arbitraries.of("&", " & ", " AND "))
                        .as((l, r, and) -> new Written(
                                "(" + l.text() + ")" + and + "(" + r.text() + ")", and(l.value(), r.value()))),
                () -> Combinators.combine(conditions(), conditions(), Arbitraries.of("|", " | ", " OR "))
                        .as((l, r, or) -> new Written(
                                "(" + l.text() + ")" + or + "(" + r.text() + ")", or(l.value(), r.value()))),
                () -> Combinators.combine(test, test, test)
                        .as((a, b, c) -> new Written(
                                a.text() + " | " + b.text() + " & NOT " + c.text(),
                                or(a.value(), and(b.value(), c.value().negated())))));
    }

    @Property(tries = 1000)
    @Label("8.1, 8.12 a condition of any shape has the value of its parts")
    void agrees(@ForAll("conditions") Written written) {
        Condition condition = Condition.parse(written.text(), Globals.of(List.of(), Map.of()));
        assertThat(condition.problems()).as(written.text()).isEmpty();
        assertThat(ConditionEvaluator.evaluate(
                                condition, SUBJECT, reference -> Optional.empty(), UnaryOperator.identity())
                        .value())
                .as(written.text())
                .isEqualTo(written.value() == Truth.TRUE);
    }

    private static Truth and(Truth left, Truth right) {
        return or(left.negated(), right.negated()).negated();
    }

    private static Truth or(Truth left, Truth right) {
        if (left == Truth.TRUE || right == Truth.TRUE) {
            return Truth.TRUE;
        }
        return left == Truth.FALSE ? right : left;
    }
}
