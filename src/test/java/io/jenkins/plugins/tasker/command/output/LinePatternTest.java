package io.jenkins.plugins.tasker.command.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinePatternTest {

    private static boolean matches(Output output, String pattern) throws UnreadablePatternException {
        try (output) {
            return output.matchesLine(LinePattern.compile(pattern));
        }
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @DisplayName("8.3 A pattern matches a part of one line, and ^ and $ are its ends")
    @CsvSource(
            delimiter = '%',
            quoteCharacter = '`',
            value = {
                "b+   % abbc,x % true",
                "^x$  % abbc,x % true",
                "^x$  % x,     % true",
                "^b   % abbc,x % false",
                "c$   % abbc,x % true",
                "c.x  % abbc,x % false",
                "c\\sx % abbc,x % false",
                "c[^a]*x % abbc,x % false",
                "(?i)ABB % abbc,x % true",
                "(?s)c.x % abbc,x % false",
                "^$   % `` % true",
                "^$   % x, % false",
                "^$   % x,,y % true",
                "^$   % `,` % true",
                "\\bb  % a b % true",
                "^ä.😀$ % äx😀 % true",
            })
    void lines(String pattern, String text, boolean expected) throws UnreadablePatternException {
        String output = text.replace(',', '\n');

        assertThat(matches(Output.of(output), pattern)).isEqualTo(expected);
        if (!output.isEmpty()) {
            assertThat(matches(OutputTest.spooled(output), pattern)).isEqualTo(expected);
        }
    }

    @Property(tries = 300)
    @Label("8.3 A line of any length is matched as a whole")
    void longLines(@ForAll("texts") String text, @ForAll("patterns") String pattern) throws UnreadablePatternException {
        assertThat(matches(OutputTest.spooled(text), pattern)).isEqualTo(matches(Output.of(text), pattern));
    }

    /** Texts with lines around the length from which lines are read in pieces. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "x",
                        "needle",
                        "need",
                        "y\n",
                        "\n",
                        "é😀",
                        "x".repeat(LineScan.LONG - 3),
                        "y".repeat(LineScan.LONG),
                        "need".repeat(40_000))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of(
                "needle",
                "needx",
                "^xx.*needle$",
                "^need",
                "x{100}yy",
                "(y|x)\\z",
                "^y+$",
                "dé😀n",
                "\\Bneedle\\B",
                "xneed$");
    }

    @ParameterizedTest
    @DisplayName("8.3 A pattern that cannot be read is rejected with its part")
    @CsvSource(
            delimiter = '%',
            value = {
                "a(b % missing closing ) % a(b",
                "a[b % missing closing ] % [b",
                "a** % invalid nested repetition operator % **"
            })
    void unreadable(String pattern, String reason, String part) {
        assertThatThrownBy(() -> LinePattern.compile(pattern))
                .isInstanceOfSatisfying(
                        UnreadablePatternException.class,
                        e -> assertThat(e.part()).isEqualTo(part))
                .hasMessage(reason);
    }

    @ParameterizedTest
    @DisplayName("8.3 A pattern that would need too much memory or stack is rejected")
    @ValueSource(
            strings = {
                "((a{1000}){1000}){1000}",
                "(.{1,1000}){50}",
                "(((((a*)*)*)*)*){200}",
                "[ab]{1000}{1000}",
                "(?:(?:\\d{1000}){1000})"
            })
    void tooLarge(String pattern) {
        assertThatThrownBy(() -> LinePattern.compile(pattern)).hasMessage("the pattern is too large");
    }

    @Test
    @DisplayName("8.3 A pattern below the limit fits into a small stack, whatever its shape")
    void stack() {
        for (String pattern : new String[] {
            "(".repeat(400) + "x" + ")".repeat(400),
            "(".repeat(240) + "x" + ")*".repeat(240),
            "x?".repeat(480),
            "(x?){240}",
            "(^x|)".repeat(380),
            ".{0,450}",
            "a" + "|bb".repeat(1600),
            "x".repeat(19_990)
        }) {
            CompletableFuture<Boolean> result = new CompletableFuture<>();
            new Thread(
                            null,
                            () -> {
                                try {
                                    result.complete(matches(Output.of("y".repeat(50)), pattern));
                                } catch (Throwable e) {
                                    result.completeExceptionally(e);
                                }
                            },
                            "matcher",
                            512 * 1024)
                    .start();
            assertThat(result).as(pattern.substring(0, 8)).succeedsWithin(java.time.Duration.ofSeconds(20));
        }
    }

    @ParameterizedTest
    @DisplayName("8.3 Usual patterns are below the limit")
    @ValueSource(
            strings = {
                "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
                "(?:\\d{1,3}\\.){3}\\d{1,3}(?::\\d{1,5})?",
                "^.{0,400}$",
                "[[:alpha:]]{3,30}@[]a-z]{2,63}(\\.[^]]{2,63}){1,5}",
                "\\{{20}|x{|y{3}"
            })
    void usual(String pattern) throws UnreadablePatternException {
        LinePattern.compile(pattern);
    }
}
