package io.jenkins.plugins.tasker.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.taskfile.ResultLookup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs every text in all installed shells, because only a shell itself decides what it interprets. */
class ShellTextTest {

    /** All characters that a shell could interpret. */
    private static final String NASTY =
            "a  b' \"c\" \\ `touch made` $(touch made) ${HOME} $HOME * ~ ; touch made & | > made < # ! [x] {a,b} ü € \n line 2 ' ";

    @TempDir
    Path directory;

    private final List<String> unresolved = new ArrayList<>();

    static List<String> texts() {
        return List.of(
                "printf %s @0_stdout@ | cat",
                "printf %s \"@0_stdout@\" | cat",
                "printf %s '@0_stdout@' | cat",
                "printf %s \"$(printf %s @0_stdout@)\" | cat",
                "printf %s \"$(printf %s \"@0_stdout@\")\" | cat",
                "printf %s \"$(printf %s '@0_stdout@')\" | cat",
                "printf %s \"$( (printf %s @0_stdout@) )\" | cat",
                "printf %s ''@0_stdout@\"\" ; :",
                "echo 'it'\\''s' > other; printf %s @0_stdout@",
                "f() { printf %s @0_stdout@; }; f something else",
                "set -- one two; printf %s @0_stdout@",
                "x=@0_stdout@; printf %s \"$x\"",
                "printf %s \"\\$(x\" > other; printf %s @0_stdout@",
                "echo \"a ) b\" > other; printf %s @0_stdout@",
                "for i in @0_stdout@; do printf %s \"$i\"; done");
    }

    @ParameterizedTest
    @DisplayName("5.8 a result becomes a literal part of its word, in every kind of quoting")
    @MethodSource("texts")
    void resultIsLiteral(String text) throws Exception {
        // command substitution drops line ends at its end without parsing the result
        String value = NASTY.strip();

        assertThat(run(text, value, List.of())).isEqualTo(value);
        assertThat(directory.resolve("made")).doesNotExist();
    }

    @ParameterizedTest
    @DisplayName("5.8 text around a result keeps its meaning")
    @ValueSource(
            strings = {
                "printf %s x@0_stdout@y | cat",
                "printf %s \"x@0_stdout@y\" | cat",
                "printf %s 'x'@0_stdout@'y' | cat",
                "printf %s \"x\"@0_stdout@\"y\" | cat",
                "printf %s 'x@0_stdout@y' | cat"
            })
    void textAroundResultStays(String text) throws Exception {
        assertThat(run(text, "1 2", List.of())).isEqualTo("x1 2y");
    }

    @ParameterizedTest
    @DisplayName("5.8 a dollar sign before a result is a dollar sign")
    @ValueSource(
            strings = {"printf %s \"$@0_stdout@\" | cat", "printf %s $@0_stdout@ | cat", "printf %s '$@0_stdout@' | cat"
            })
    void dollarBeforeResult(String text) throws Exception {
        assertThat(run(text, "5", List.of())).isEqualTo("$5");
    }

    @Test
    @DisplayName("5.8 positional parameters are as empty as without results")
    void positionalParametersAreEmpty() throws Exception {
        assertThat(run("echo \"$#:$*:@0_stdout@\" | cat", "x", List.of())).isEqualTo("0::x\n");
    }

    @Test
    @DisplayName("5.8 a calculation can use a number")
    void numbersCanBeCalculatedWith() throws Exception {
        assertThat(run("echo $((@0_stdout@ * 2 + (1))) | cat", "20", List.of())).isEqualTo("41\n");
    }

    @ParameterizedTest
    @DisplayName("5.8 a backslash before a result is dropped or kept as in front of other text")
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            printf %s \\@0_stdout@ | cat     ! 1 2
            printf %s "\\@0_stdout@" | cat   ! \\1 2
            printf %s '\\@0_stdout@' | cat   ! \\1 2
            """)
    void backslashBeforeResult(String text, String printed) throws Exception {
        assertThat(run(text, "1 2", List.of())).isEqualTo(printed);
    }

    @Test
    @DisplayName("5.7 b: each argument follows as one quoted word")
    void argumentsAreQuoted() throws Exception {
        assertThat(Shells.text("ps | grep", "").argv(ResultLookup.NONE, List.of("it's", ""), unresolved))
                .containsExactly("/bin/sh", "-c", "ps | grep 'it'\\''s' ''");
    }

    @Test
    @DisplayName("5.8 an argument reaches the program unchanged")
    void argumentsAreLiteral() throws Exception {
        assertThat(run("cat /dev/null | printf '%s|'", "", List.of(NASTY, "", "x")))
                .isEqualTo(NASTY + "||x|");
        assertThat(directory.resolve("made")).doesNotExist();
    }

    @ParameterizedTest
    @DisplayName("5.8 an argument is not interpreted after an open quote or a comment")
    @ValueSource(strings = {"echo it's | cat", "echo \"a | cat", ":;#", ":&#'"})
    void argumentsBehindOpenQuotes(String text) throws Exception {
        run(text, "", List.of("'\n touch made; '", "\"\n touch made; \"", "; touch made;"));

        assertThat(directory.resolve("made")).doesNotExist();
    }

    private String run(String text, String value, List<String> arguments) throws Exception {
        List<String> argv = Shells.text(text, "").argv(reference -> Optional.of(value), arguments, unresolved);
        String printed = "";
        for (String shell : Shells.installed()) {
            String output = Shells.run(shell, argv, directory);
            assertThat(output).as(shell).isEqualTo(printed.isEmpty() ? output : printed);
            printed = output;
        }
        return printed;
    }
}
