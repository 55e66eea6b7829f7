package io.jenkins.plugins.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.taskfile.Condition;
import io.jenkins.plugins.tasker.taskfile.Globals;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConditionPropertyTest {

    /** A condition with its expected value, computed while the text was built. */
    record Written(String text, boolean value) {}

    private static final ConditionInput SUBJECT =
            new ConditionInput(3, Output.of("alpha (a|b) beta & gamma\n"), Output.EMPTY, false, Optional.empty());

    @Provide
    Arbitrary<Written> conditions() {
        Arbitrary<Written> test = Arbitraries.of(
                new Written("true", true),
                new Written("FALSE", false),
                new Written("exit_3", true),
                new Written("exit_0", false),
                new Written("exit_not_0", true),
                new Written("stdout~alpha", true),
                new Written("stdout~(a|b)", true),
                new Written("stdout!~\"beta & gamma\"", false),
                new Written("stderr~", true),
                new Written("5 >= 05.0", true),
                new Written("a < b", false),
                new Written("success", false));
        return Arbitraries.lazyOf(
                () -> test,
                () -> test,
                () -> conditions().map(c -> new Written("NOT (" + c.text() + ")", !c.value())),
                () -> Combinators.combine(conditions(), conditions(), Arbitraries.of("&", " & ", " AND "))
                        .as((l, r, and) ->
                                new Written("(" + l.text() + ")" + and + "(" + r.text() + ")", l.value() && r.value())),
                () -> Combinators.combine(conditions(), conditions(), Arbitraries.of("|", " | ", " OR "))
                        .as((l, r, or) ->
                                new Written("(" + l.text() + ")" + or + "(" + r.text() + ")", l.value() || r.value())),
                () -> Combinators.combine(test, test, test)
                        .as((a, b, c) -> new Written(
                                a.text() + " | " + b.text() + " & NOT " + c.text(),
                                a.value() || (b.value() && !c.value()))));
    }

    @Property(tries = 1000)
    @Label("8.1 a condition of any shape has the value of its parts")
    void agrees(@ForAll("conditions") Written written) {
        Condition condition = Condition.parse(written.text(), Globals.of(List.of(), Map.of()));
        assertThat(condition.problems()).as(written.text()).isEmpty();
        assertThat(ConditionEvaluator.evaluate(condition, SUBJECT, reference -> Optional.empty())
                        .value())
                .as(written.text())
                .isEqualTo(written.value());
    }
}
