package io.jenkins.plugins.tasker.taskfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OperatorsTest {

    /** An operator that the language does not have, with first characters that no other operator has. */
    private static final Operator MATCHES = () -> List.of("%", "%%", "=%");

    static Stream<Operator> all() {
        return Stream.<Operator[]>of(Comparison.values(), Containment.values(), Matching.values())
                .flatMap(Stream::of);
    }

    @ParameterizedTest
    @DisplayName("8.4 Each operator of the language splits a test, however it is written")
    @MethodSource("all")
    void everyOperatorSplitsTest(Operator operator) {
        for (String symbol : operator.symbols()) {
            Condition condition = Condition.parse("@A@ " + symbol + "b", Globals.of(List.of(), Map.of()));

            assertThat(Shape.of(condition)).isEqualTo("\"@A@\"" + operator + "\"b\"");
        }
    }

    @Test
    @DisplayName("8.4 An operator is found by its symbols alone, also with a first character of its own")
    void operatorIsFoundByItsSymbols() {
        Operators operators = new Operators(List.of(MATCHES, Comparison.EQUAL));

        assertThat(operators.at("a%b", 1)).isEqualTo(new Operators.Match(MATCHES, "%"));
        assertThat(operators.at("a%%b", 1)).isEqualTo(new Operators.Match(MATCHES, "%%"));
        assertThat(operators.at("a=%b", 1)).isEqualTo(new Operators.Match(MATCHES, "=%"));
        assertThat(operators.at("a==b", 1)).isEqualTo(new Operators.Match(Comparison.EQUAL, "=="));
        assertThat(operators.at("a!=b", 1)).isNull();
    }
}
