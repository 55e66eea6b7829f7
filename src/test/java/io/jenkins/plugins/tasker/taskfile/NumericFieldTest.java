package io.jenkins.plugins.tasker.taskfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumericFieldTest {

    @ParameterizedTest(name = "{0}={1} is {2}, {3} is used")
    @DisplayName("4.4 A number outside its range is clamped, ignored or rejected")
    @CsvSource(textBlock = """
            RUN_TIMEOUT,  4,    BELOW,  5
            RUN_TIMEOUT,  5,    WITHIN, 5
            RUN_TIMEOUT,  1000, WITHIN, 1000
            RUN_TIMEOUT,  1001, ABOVE,  1000
            TIMEOUT,      4,    BELOW,  5
            TIMEOUT,      3600, WITHIN, 3600
            TIMEOUT,      3601, ABOVE,  3600
            SLEEP,        -0.1, BELOW,  0
            SLEEP,        0.5,  WITHIN, 0.5
            SLEEP,        300.5, ABOVE, 300
            LOOP,         -1,   BELOW,  0
            LOOP,         0,    WITHIN, 0
            LOOP,         9999999999999999999999999, WITHIN, 9223372036854775807
            MAX_PARALLEL, 0,    BELOW,  none
            MAX_PARALLEL, 1,    WITHIN, 1
            RETRY_COUNT,  -1,   BELOW,  1
            RETRY_COUNT,  0,    WITHIN, 0
            RETRY_COUNT,  11,   ABOVE,  10
            RETRY_DELAY,  -1,   BELOW,  1
            RETRY_DELAY,  301,  ABOVE,  300
            RETURN,       -1,   BELOW,  none
            RETURN,       255,  WITHIN, 255
            RETURN,       256,  ABOVE,  none
            STDOUT_COUNT, -1,   BELOW,  none
            STDERR_COUNT, 0,    WITHIN, 0
            """)
    void numbersHaveRanges(NumericField field, String text, NumberReading.Verdict verdict, String used) {
        NumberReading reading = field.read(text);

        assertThat(reading.verdict()).isEqualTo(verdict);
        assertThat(reading.value().map(Object::toString).orElse("none")).isEqualTo(used);
    }

    @ParameterizedTest(name = "{0}=''{1}'', {2} is used")
    @DisplayName("4.4 Text that is not a number results in the default, if the field has one")
    @CsvSource({
        "TIMEOUT, 30s, none",
        "SLEEP, 1e3, 0",
        "SLEEP, '', 0",
        "LOOP, 1.5, 0",
        "MAX_PARALLEL, all, none",
        "RETRY_COUNT, two, 1",
        "RETRY_DELAY, 0.5, 1",
        "RETURN, x, none"
    })
    void otherTextGivesDefault(NumericField field, String text, String used) {
        NumberReading reading = field.read(text);

        assertThat(reading.verdict()).isEqualTo(NumberReading.Verdict.NOT_A_NUMBER);
        assertThat(reading.value().map(Object::toString).orElse("none")).isEqualTo(used);
    }

    @Test
    @DisplayName("4.4 White space around a number and a sign are allowed")
    void numbersMayHaveSignAndBlanks() {
        assertThat(NumericField.TIMEOUT.read(" +30\n").whole()).contains(30L);
    }

    @Test
    @DisplayName("4.4 sleep takes fractions of a second")
    void sleepTakesFractions() {
        assertThat(NumericField.SLEEP.read("1.25").seconds()).contains(Duration.ofMillis(1250));
    }

    @Test
    @DisplayName("4.4 A number of a million digits is read immediately")
    void hugeNumbersAreReadImmediately() {
        assertThat(NumericField.TIMEOUT.read("9".repeat(1_000_000)).verdict()).isEqualTo(NumberReading.Verdict.ABOVE);
        assertThat(NumericField.SLEEP.read("-" + "9".repeat(1_000_000)).verdict())
                .isEqualTo(NumberReading.Verdict.BELOW);
    }
}
