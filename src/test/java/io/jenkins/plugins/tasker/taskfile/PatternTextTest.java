package io.jenkins.plugins.tasker.taskfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternTextTest {

    private static String syntax(String pattern, String value) {
        return PatternText.of(pattern, Globals.of(List.of(), Map.of("V", value)))
                .syntax(reference -> Optional.of(value));
    }

    @Property(tries = 1000)
    @Label("8.3 A reference in a pattern matches its value and no other text")
    void literal(@ForAll("values") String value, @ForAll("values") String other) {
        for (String pattern : List.of("@V@", "@0_stdout@", "\\Q@V@\\E", "(?:@V@)", "(?P<n>@0_stdout@)")) {
            Pattern compiled = Pattern.compile(syntax(pattern, value));

            assertThat(compiled.matches(value)).as("%s with %s", pattern, value).isTrue();
            assertThat(compiled.matches(other)).as("%s in %s", value, other).isEqualTo(value.equals(other));
        }
    }

    @Property(tries = 1000)
    @Label("8.3 A reference in a class is the set of its characters")
    void classes(@ForAll("values") String value, @ForAll char other) {
        if (value.isEmpty() || Character.isSurrogate(other)) {
            return;
        }
        Pattern compiled = Pattern.compile(syntax("[@V@]", value));

        assertThat(compiled.matches(value.substring(0, 1))).isTrue();
        assertThat(compiled.matches(String.valueOf(other))).isEqualTo(value.indexOf(other) >= 0);
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings().withChars("ab1.*+?()|[]{}^$\\-:QE_ @ä").ofMaxLength(8);
    }

    @ParameterizedTest
    @DisplayName("8.3 References match literally wherever they are in a pattern")
    @CsvSource(
            delimiter = '%',
            value = {
                "^@V@+$       % a.ba.b   % true",
                "^@V@+$       % a.bb     % false",
                "[]@V@]       % .        % true",
                "[^]@V@]      % .        % false",
                "[[:digit:]@V@]x % .x    % true",
                "[\\]@V@]x   % .x       % true",
                "\\[@V@      % [a.b     % true",
                "\\[@V@      % [axb     % false",
                "\\Q[\\E@V@  % [axb     % false"
            })
    void places(String pattern, String text, boolean expected) {
        assertThat(Pattern.compile(syntax(pattern, "a.b")).matcher(text).find()).isEqualTo(expected);
    }

    @ParameterizedTest
    @DisplayName("8.3 A value in a class is no range, also after a named class")
    @CsvSource({"[@V@]", "[[:digit:]@V@]", "[^[:^digit:]@V@]", "[x[:digit:][:upper:]@V@]"})
    void noRange(String pattern) {
        Pattern compiled = Pattern.compile(syntax(pattern, "a-c"));

        assertThat(compiled.matches("b")).isFalse();
        assertThat(compiled.matches("-")).isEqualTo(!pattern.startsWith("[^"));
    }
}
