package io.jenkins.plugins.tasker.taskfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeceptiveCharacterTest {

    @ParameterizedTest
    @CsvSource({
        "a \u201Cb\u201D, 3, U+201C (left double quotation mark), QUOTE",
        "a\u201D, 2, U+201D (right double quotation mark), QUOTE",
        "\u2018a b\u2019, 1, U+2018 (left single quotation mark), QUOTE",
        "a\u2019 b, 2, U+2019 (right single quotation mark), QUOTE",
        "a\u00A0b, 2, U+00A0 (no-break space), BLANK",
        "web1\u200B, 5, U+200B (zero width space), INVISIBLE",
        "\uD83D\uDE00\uFEFF, 3, U+FEFF (zero width no-break space), INVISIBLE",
        "a\u202Eb, 2, U+202E (right-to-left override), INVISIBLE",
        "\"a\u200Bb\", 3, U+200B (zero width space), INVISIBLE",
    })
    @DisplayName(
            "2.17 a typographic quote, a no-break space or an invisible character has a position, a code and a name")
    void found(String text, int position, String name, DeceptiveCharacter.Kind kind) {
        assertThat(DeceptiveCharacter.first(text)).hasValueSatisfying(found -> {
            assertThat(found.position()).isEqualTo(position);
            assertThat(found.name()).isEqualTo(name);
            assertThat(found.kind()).isEqualTo(kind);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain 'text' with \"quotes\"",
                "\"in \u201Cstraight\u201D quotes\"",
                "'in \u2018straight\u2019 quotes' and don\u2019t",
                "\u0646\u0645\u06CC\u200C\u062E\u0648",
                "\uD83D\uDC68\u200D\uD83D\uDCBB",
                "gr\u00FC\u00DFe \u65E5\u672C\u3000\u8A9E",
            })
    @DisplayName(
            "2.17 quotes within straight quotes, apostrophes, joiners of scripts and emoji, and other letters are left alone")
    void leftAlone(String text) {
        assertThat(DeceptiveCharacter.first(text)).isEmpty();
    }

    @Test
    @DisplayName("2.17 a straight quote without partner protects nothing")
    void openQuote() {
        assertThat(DeceptiveCharacter.first("it's \u201Cx\u201D")).isPresent();
    }
}
