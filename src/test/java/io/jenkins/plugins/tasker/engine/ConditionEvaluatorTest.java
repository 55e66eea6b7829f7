package io.jenkins.plugins.tasker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.taskfile.Condition;
import io.jenkins.plugins.tasker.taskfile.Expression;
import io.jenkins.plugins.tasker.taskfile.Globals;
import io.jenkins.plugins.tasker.taskfile.KeyValueLine;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exit code 3, stdout of three lines, empty stderr, not successful; globals N=5, T=TRUE, P=95%, E= and TEXT=some (text). */
class ConditionEvaluatorTest {

    private static final Globals GLOBALS = Globals.of(
            List.of(
                    new KeyValueLine(1, "N", "5"),
                    new KeyValueLine(2, "T", "TRUE"),
                    new KeyValueLine(3, "E", ""),
                    new KeyValueLine(4, "TEXT", "some (text)"),
                    new KeyValueLine(5, "TRICK", "x & exit_3 | y"),
                    new KeyValueLine(6, "SECONDS", "2.500"),
                    new KeyValueLine(7, "P", "95%")),
            Map.of());

    private static ConditionEvaluator.Evaluation evaluate(String condition) {
        ConditionInput subject = new ConditionInput(
                3, Output.of("\nalpha a=b (a|b)\nbeta & gamma\n05\n"), Output.of(" \n"), false, Optional.empty());
        return ConditionEvaluator.evaluate(
                Condition.parse(condition, GLOBALS), subject, reference -> Optional.empty(), UnaryOperator.identity());
    }

    @DisplayName("6.3 every test of an output names it, so that a condition on a lost output is false")
    @Test
    void testsNameTheirOutput() {
        for (Class<?> test : Expression.Test.class.getPermittedSubclasses()) {
            boolean readsOutput = Arrays.stream(test.getRecordComponents())
                    .anyMatch(component -> component.getType() == Expression.Operand.class);
            assertThat(test)
                    .satisfies(type -> assertThat(type.getMethod("left").getDeclaringClass() == type)
                            .isEqualTo(readsOutput));
        }
    }

    @DisplayName("8.1 | binds weakest, then &, then NOT, and parentheses group")
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "true|false&false; true", "(true|false)&false; false", "NOT false&false; false",
                        "NOT (false&false); true",
                "true AND false OR true; true", "NOT NOT true; true", "NOT(exit_0); true", "true&NOT exit_0; true",
            })
    void precedence(String condition, boolean expected) {
        assertThat(evaluate(condition).value()).isEqualTo(expected);
    }

    @DisplayName("8.2 values never become syntax")
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = ';',
            value = {"@TRICK@=x; false", "stdout~@TRICK@; false", "@TRICK@~exit_3; true"})
    void valuesAreData(String condition, boolean expected) {
        assertThat(evaluate(condition).value()).isEqualTo(expected);
    }

    @DisplayName("8.3 the simple tests")
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "exit_3; true",
                "exit_0; false",
                "exit_not_3; false",
                "exit_not_0; true",
                "exit_code=3; true",
                "exit_code>=4; false",
                "success; false",
                "TRUE; true",
                "False; false",
                "@T@; true",
                "@N@; false",
                "stdout~beta; true",
                "stdout~Beta; false",
                "stdout!~beta; false",
                "stdout~; false",
                "stdout!~; true",
                "stderr~; true",
                "stderr!~; false",
                "stdout_count=3; true",
                "stdout_count>3; false",
                "stderr_count=0; true",
                "stdout_count<@N@; true",
                "exit_code<@N@; true",
                "exit_code>@SECONDS@; true",
                "stdout_count<@SECONDS@; false",
                "@N@~5; true",
                "@N@!~5; false",
                "@E@~; true",
                "@E@!~; false",
                "stderr=; true",
                "stdout!=; true",
            })
    void tests(String condition, boolean expected) {
        assertThat(evaluate(condition).value()).isEqualTo(expected);
    }

    @DisplayName("8.4 the left-most operator splits a test and the longest one wins at an index")
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = ';',
            value = {"stdout~a=b; true", "stdout~a==b; false", "@N@==5; true", "@N@<=5; true"})
    void operators(String condition, boolean expected) {
        assertThat(evaluate(condition).value()).isEqualTo(expected);
    }

    @DisplayName("8.5 balanced parentheses inside a text are data and white space after ~ belongs to it")
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "stdout~(a|b); true",
                "(stdout~(a|b)); true",
                "stdout~(a|c)|exit_3; true",
                "stdout~ beta; false",
                "stdout~ a=b; true",
                "@TEXT@=some (text); true",
            })
    void texts(String condition, boolean expected) {
        assertThat(evaluate(condition).value()).isEqualTo(expected);
    }

    @DisplayName("8.6 a text in quotes is taken without them and may hold any character")
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "stdout~\"beta & gamma\"; true", "stdout~'beta & delta'; false",
                        "stdout~\"beta & gamma\" & exit_0; false",
                "\"a\" = 'a'; true", "stdout~@E@; true", "stdout~be\"ta; false",
            })
    void quotes(String condition, boolean expected) {
        assertThat(evaluate(condition).value()).isEqualTo(expected);
    }

    @DisplayName("8.7 numbers compare by value, truth values ignore case, other values compare as text")
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "05=5; true",
                "5=5.0; true",
                "-1<0; true",
                "+2=2; true",
                "1e3=1000; false",
                "10>9; true",
                "a>b; false",
                "a<b; false",
                "true=TRUE; true",
                "true=1; false",
                "true!=1; true",
                "abc=ABC; false",
                "@E@=; true",
                "@E@!=; false",
                "@N@!=; true",
                " 5 = 5 ; true",
                "5=5x; false",
            })
    void comparison(String condition, boolean expected) {
        assertThat(evaluate(condition).value()).isEqualTo(expected);
    }

    @DisplayName("8.9 a condition that cannot be read is false, with a warning")
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {"exit_0||exit_3", "(exit_3", "exit_3)", "banana", "&exit_3", "exit_3&", "exit_x", "min_success"})
    void unreadable(String condition) {
        assertThat(evaluate(condition).value()).isFalse();
        assertThat(evaluate(condition).warnings()).hasSize(1);
    }

    @DisplayName("8.10 one reference without a value makes the whole condition false, with a warning")
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {"true|@UNKNOWN@=1", "NOT @7_stdout@~x", "@7_success@", "exit_3|exit_code=@7_exit_code@"})
    void unresolved(String condition) {
        assertThat(evaluate(condition).value()).isFalse();
        assertThat(evaluate(condition).warnings()).hasSize(1);
    }

    @DisplayName("8.7 <, >, <= and >= compare versions part by part, also with a number")
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "v2.10 > v2.9.1; true",
                "2.10 > v2.9.1; true",
                "2.9.1 < 2.10.0; true",
                "1.2.3 >= 1.2.3.0; true",
                "v2 <= 2.0.0; true",
                "3 > 2.99.99; true",
                "-1 < v0; true",
                "2.10 < 2.9; true",
                "1.2.3 = 1.2.3.0; false",
                "v2.9 = 2.9; false",
                "v2 != 2; true",
            })
    void versions(String condition, boolean expected) {
        assertThat(evaluate(condition).value()).isEqualTo(expected);
        assertThat(evaluate(condition).warnings()).isEmpty();
    }

    @DisplayName("8.3 =~ searches a pattern in each line of an operand")
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "stdout=~^alpha; true",
                "stdout=~^beta.*a$; true",
                "stdout=~(?i)BETA; true",
                "stdout=~a=b.*beta; false",
                "NOT stdout=~(FATAL|ERROR); true",
                "stdout=~(FATAL|beta) & exit_3; true",
                "stdout =~ \"x|b.ta & g\"; true",
                "stderr=~\\S; false",
                "@N@=~^[0-9]+$; true",
                "@E@=~^$; true",
                "some (text)=~^@TEXT@$; true",
                "stdout=~@TRICK@; false",
                "@SECONDS@=~^@N@; false",
                "2x500=~^@SECONDS@$; false",
            })
    void patterns(String condition, boolean expected) {
        assertThat(evaluate(condition).value()).isEqualTo(expected);
        assertThat(evaluate(condition).warnings()).isEmpty();
    }

    @DisplayName("8.9 a pattern that cannot be read makes the whole condition false, with a warning")
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "true | stdout=~\"a(b\"",
                "NOT stdout=~[a",
                "NOT stdout=~[z-@N@]",
                "NOT stdout=~((a{1000}){1000}){1000}"
            })
    void unreadablePattern(String condition) {
        assertThat(evaluate(condition).value()).isFalse();
        assertThat(evaluate(condition).warnings()).hasSize(1);
    }
}
