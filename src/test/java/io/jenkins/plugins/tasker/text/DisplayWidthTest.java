package io.jenkins.plugins.tasker.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "abc,3",
        "caf\u00e9,4",
        "cafe\u0301,4",
        "\u6771\u4eac,4",
        "\ud55c,2",
        "\uff21,2",
        "\ud83c\udf89,2",
        "\u2705,2",
        "\u200fx,1"
    })
    @DisplayName("24.1 wide characters count twice, combining and invisible ones not at all")
    void widths(String text, int columns) {
        assertThat(DisplayWidth.of(text)).isEqualTo(columns);
    }

    @Property
    @Label("24.1 a cut text fits, and a text that fits is unchanged")
    void cut(@ForAll String text, @ForAll @IntRange(max = 100) int columns) {
        String cut = DisplayWidth.cut(text, columns);
        assertThat(DisplayWidth.of(cut)).isLessThanOrEqualTo(columns);
        if (DisplayWidth.of(text) <= columns) {
            assertThat(cut).isEqualTo(text);
        }
    }
}
