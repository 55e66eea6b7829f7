package io.jenkins.plugins.tasker.command.output;

import static io.jenkins.plugins.tasker.command.Commands.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.taskfile.Split;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("6.1 An element of an output")
class OutputSplitterTest {

    private static String select(Output output, String delimiter, int index) {
        OutputSplitter.Selection selection =
                OutputSplitter.select(output, new Split(delimiter, index), TemporaryFile::new);
        assertThat(selection.problem()).isEmpty();
        try (Output element = selection.output()) {
            return text(element);
        }
    }

    private static String elements(String text, String delimiter) {
        StringBuilder elements = new StringBuilder();
        Split split = new Split(delimiter, 0);
        for (int i = 0; ; i++) {
            OutputSplitter.Selection selection =
                    OutputSplitter.select(Output.of(text), new Split(split.delimiter(), i), TemporaryFile::new);
            if (selection.problem().isPresent()) {
                return elements.toString();
            }
            elements.append('[').append(text(selection.output())).append(']');
        }
    }

    @ParameterizedTest(name = "[{0}] by {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "'a  b\u00a0|c'; space; [a][b][c]",
                "' a'; space; [][a]",
                "'a |'; space; [a][]",
                "'a!!b! c'; tab; [a][b][ c]",
                "'a,,b'; comma; [a][][b]",
                "'a|b||'; newline; [a][b][][]",
                "'a b'; comma; [a b]",
                "''; comma; []",
                "'a, b'; ', '; [a][b]",
                "'a.b'; .; [a][b]",
                "'aaaaa'; aa; [][][a]",
                "'1word2'; word; [1][2]",
                "'aab'; ab; [a][]"
            })
    @DisplayName("is the text between separators")
    void elementsOf(String text, String delimiter, String expected) {
        String real = text.replace('|', '\n').replace('!', '\t');

        assertThat(elements(real, delimiter)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"semi", "semicolon"})
    @DisplayName("is separated by ; for semi and semicolon")
    void semicolon(String delimiter) {
        assertThat(elements("a;b;", delimiter)).isEqualTo("[a][b][]");
    }

    @Test
    @DisplayName("is separated by | for pipe")
    void pipe() {
        assertThat(elements("a|b", "pipe")).isEqualTo("[a][b]");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2, Integer.MAX_VALUE})
    @DisplayName("6.2 is the whole output, with a reason, if there is no such index")
    void noSuchIndex(int index) {
        Output output = Output.of("a,b");
        OutputSplitter.Selection selection =
                OutputSplitter.select(output, new Split("comma", index), TemporaryFile::new);

        assertThat(selection.output()).isSameAs(output);
        assertThat(selection.problem()).get().asString().contains(String.valueOf(index), "whole");
    }

    @Test
    @DisplayName("6.2 is the whole output, with a reason, if the delimiter is empty")
    void emptyDelimiter() {
        Output output = Output.of("a,b");
        OutputSplitter.Selection selection = OutputSplitter.select(output, new Split("", 0), TemporaryFile::new);

        assertThat(selection.output()).isSameAs(output);
        assertThat(selection.problem()).get().asString().contains("delimiter is empty");
    }

    @Test
    @DisplayName("is found in a large output, even across the borders of read buffers")
    void largeOutput() {
        String large = "\ud83d\ude00x".repeat(50_000);
        for (String delimiter : List.of("--", "space")) {
            String separator = delimiter.equals("space") ? " \n" : delimiter;
            try (Output output = OutputTest.spooled("a" + separator + large + separator + "b" + separator + "c")) {
                assertThat(select(output, delimiter, 0)).isEqualTo("a");
                assertThat(select(output, delimiter, 1)).isEqualTo(large);
                assertThat(select(output, delimiter, 2)).isEqualTo("b");
                assertThat(select(output, delimiter, 3)).isEqualTo("c");
            }
        }
    }
}
