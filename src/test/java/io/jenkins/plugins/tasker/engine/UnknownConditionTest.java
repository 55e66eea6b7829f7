package io.jenkins.plugins.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.taskfile.Condition;
import io.jenkins.plugins.tasker.taskfile.Globals;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions with P=95% and an empty E, without a current result. */
class UnknownConditionTest {

    private static final Globals GLOBALS = Globals.of(List.of(), Map.of("P", "95%", "E", "", "N", "5"));

    private static ConditionEvaluator.Evaluation evaluate(String condition) {
        return evaluate(condition, UnaryOperator.identity());
    }

    private static ConditionEvaluator.Evaluation evaluate(String condition, UnaryOperator<String> mask) {
        return ConditionEvaluator.evaluate(
                Condition.parse(condition, GLOBALS), ConditionInput.NO_RESULT, reference -> Optional.empty(), mask);
    }

    @DisplayName("8.12 a comparison with a value that is neither number nor version is unknown")
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "@P@>90; false",
                "NOT @P@>90; false",
                "NOT NOT @P@>90; false",
                "90<=@P@; false",
                "NOT stdout<5; false",
                "NOT @E@>=0; false",
                "NOT true<5; false",
                "NOT 1.2.3-rc1<5; false",
                "true | @P@>90; true",
                "@P@>90 | true; true",
                "false | NOT @P@>90; false",
                "NOT (@P@>90 & false); true",
                "NOT (false & @P@>90); true",
                "true & NOT @P@>90; false",
                "NOT exit_code=@P@; false",
                "NOT stdout_count<@P@; false",
                "NOT min_success=@N@; false",
            })
    void unknown(String condition, boolean expected) {
        assertThat(evaluate(condition).value()).isEqualTo(expected);
        assertThat(evaluate(condition).warnings()).hasSize(expected ? 0 : 1);
    }

    @DisplayName("8.12 the warning names the value, without its secrets")
    @Test
    void unknownValueIsNamed() {
        assertThat(evaluate("NOT @P@>90", value -> value.replace("95", "****")).warnings())
                .containsExactly("condition 'NOT @P@>90' is unknown and counts as false:"
                        + " '****%' in '@P@>90' is neither a number nor a version");
    }
}
