package io.jenkins.plugins.tasker.taskfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    private static List<String> split(String text, String result) throws UnbalancedQuotesException {
        return Words.split(text).render(reference -> Optional.of(result), new ArrayList<>());
    }

    @ParameterizedTest
    @DisplayName("5.5 White space separates, quotes keep together, a backslash escapes the next character")
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            a b  c                 ! a|b|c
            'a b' "c d"            ! a b|c d
            a'b c'd"e f"g          ! ab cde fg
            'a\\b'                 ! a\\b
            'a"b'                  ! a"b
            "a'b"                  ! a'b
            "a\\"b\\\\c\\d"        ! a"b\\c\\d
            a\\ b \\'c\\" \\\\     ! a b|'c"|\\
            a\\nb                  ! anb
            a #b # c               ! a|#b|#|c
            * $HOME ~ `x` a|b >c & ! *|$HOME|~|`x`|a|b|>c|&
            --a=b@c.d              ! --a=b@c.d
            """)
    void words(String text, String expected) throws Exception {
        String joined = String.join("|", split(text, ""));

        assertThat(joined).isEqualTo(expected);
    }

    @Test
    @DisplayName("5.5 \"\" and '' are empty arguments")
    void emptyArguments() throws Exception {
        assertThat(split("\"\" a '' b\"\"", "")).containsExactly("", "a", "", "b");
        assertThat(split("", "")).isEmpty();
        assertThat(split(" \t\u00a0 ", "")).isEmpty();
    }

    @Test
    @DisplayName("5.5 A backslash at the very end is an ordinary character")
    void backslashAtEnd() throws Exception {
        assertThat(split("a\\", "")).containsExactly("a\\");
    }

    @ParameterizedTest
    @DisplayName("2.16 A backslash that would continue the line is found, unless it is escaped or quoted")
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            -a --delete \\ ! true
            a\\            ! true
            `"a" \\`       ! true
            a\\\\          ! false
            'a\\'          ! false
            "a\\\\"        ! false
            "a\\           ! false
            a\\ b          ! false
            """)
    void continuedLine(String text, boolean found) {
        assertThat(Words.endsWithBackslash(text)).isEqualTo(found);
    }

    @ParameterizedTest
    @DisplayName("5.5 Text with an unclosed quote cannot be split")
    @ValueSource(strings = {"'", "a \"b", "a 'b\" c", "it's", "\"a\\\"", "'a' '"})
    void unbalanced(String text) {
        assertThatThrownBy(() -> split(text, ""))
                .asInstanceOf(type(UnbalancedQuotesException.class))
                .satisfies(e -> assertThat("'\"").contains(text.substring(e.position(), e.position() + 1)));
        assertThat(Words.areBalanced(text)).isFalse();
    }

    @Test
    @DisplayName("5.6 A reference inside quotes is inserted unchanged into its word")
    void quotedReference() throws Exception {
        assertThat(split("\"x @0_stdout@ y\" '@0_stdout@'", " a  \"b\" 'c\\ "))
                .containsExactly("x  a  \"b\" 'c\\  y", " a  \"b\" 'c\\ ");
    }

    @Test
    @DisplayName("5.6 An unquoted reference is cut at white space, and its parts join the adjacent text")
    void unquotedReference() throws Exception {
        assertThat(split("x@0_stdout@y", "a b\tc\nd")).containsExactly("xa", "b", "c", "dy");
        assertThat(split("x@0_stdout@y", " a ")).containsExactly("x", "a", "y");
        assertThat(split("'x '@0_stdout@", "a b")).containsExactly("x a", "b");
        assertThat(split("@0_stdout@@0_stdout@", "a b")).containsExactly("a", "ba", "b");
    }

    @Test
    @DisplayName("5.6 An empty value adds no word")
    void emptyValue() throws Exception {
        assertThat(split("a @0_stdout@ x@0_stdout@y \"@0_stdout@\"", "")).containsExactly("a", "xy", "");
        assertThat(split("@0_stdout@", "  \n")).isEmpty();
    }

    @Test
    @DisplayName("5.6 Characters in a value never act as quotes, operators or references")
    void valuesAreNotRead() throws Exception {
        assertThat(split("@0_stdout@", "'a b' \\ @1_stdout@ #c")).containsExactly("'a", "b'", "\\", "@1_stdout@", "#c");
    }

    @Test
    @DisplayName("7.5 References without a value stay as written and are reported")
    void unresolved() throws Exception {
        List<String> unresolved = new ArrayList<>();

        assertThat(Words.split("a@0_stdout@ \"@1_exit@\" @X@ @0_x@").render(ResultLookup.NONE, unresolved))
                .containsExactly("a@0_stdout@", "@1_exit@", "@X@", "@0_x@");
        assertThat(unresolved).containsExactlyInAnyOrder("@0_stdout@", "@1_exit@", "@X@", "@0_x@");
    }
}
