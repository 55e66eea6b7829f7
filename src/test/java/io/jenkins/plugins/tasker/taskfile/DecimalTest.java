package io.jenkins.plugins.tasker.taskfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DecimalTest {

    @Provide
    Arbitrary<String> numbers() {
        Arbitrary<String> digits = Arbitraries.strings().withChars("0019").ofMaxLength(5);
        return Combinators.combine(Arbitraries.of("", "+", "-"), digits, Arbitraries.of("", "."), digits)
                .as((sign, whole, point, fraction) -> sign + whole + point + (point.isEmpty() ? "" : fraction))
                .filter(text -> text.chars().anyMatch(Character::isDigit));
    }

    @Property(tries = 2000)
    @Label("8.7 decimal numbers compare by value")
    void byValue(@ForAll("numbers") String left, @ForAll("numbers") String right) {
        int expected = new BigDecimal(left).compareTo(new BigDecimal(right));

        assertThat(Decimal.of(left).orElseThrow().compareTo(Decimal.of(right).orElseThrow()))
                .as("%s and %s", left, right)
                .matches(actual -> Integer.signum(actual) == expected);
    }

    @Property
    @Label("8.7 what is no decimal number is text")
    void noNumber(@ForAll("texts") String text) {
        assertThat(Decimal.of(text)).isEmpty();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("", ".", "-", "+.", "1e3", "0x10", "1,5", "--5", "- 5", "1.2.3", "٣");
    }

    @Example
    @Label("8.7 an output of a million digits is compared at once")
    void manyDigits() {
        String output = "7".repeat(1_000_000);

        Truth greater = assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> ValueComparison.compare(output, Comparison.GREATER, "5"));

        assertThat(greater).isEqualTo(Truth.TRUE);
    }
}
