package io.jenkins.plugins.tasker.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Runs random shell texts with hostile values in all installed shells. */
class ShellTextPropertyTest {

    /** Pieces of shell texts, with a meaning somewhere. {@code @} stands for a reference. */
    private static final List<String> PIECES = pieces("""
            @|%|@|%|@|%|@|%|@|%| |%| |%| |%| |%| |%|; |%|; |%| && |%| | |%| & |%|'|%|'|%|"|%|"|%|\\|%|$|%|\
            $(|%|)|%|(|%|)|%|( |%| )|%|{ |%|; }|%|$((|%|))|%|((|%|${x|%|}|%|${x:-|%|${#x|%|`|%|`|%|#|%| #|%|\
            [|%|]|%|[ |%| ]|%|[[ |%| ]]|%|=|%| = |%|x=|%|a[|%|]=|%|x+=|%| -eq |%| -gt |%| -v |%| -n |%|! |%|\
            <|%|>|%|2>|%|<<|%|<(|%|>&|%|&>|%|if |%|then |%|; fi|%|while |%|; do |%|; done|%|for x in |%|\
            for |%|case |%| in |%|*) |%|;; esac|%|f() |%|f |%|eval |%|echo |%|echo |%|printf %s |%|\
            printf %d |%|printf |%|test |%|let |%|export |%|unset |%|read |%|set -- |%|set |%|shift |%|\
            exit |%|return |%|true |%|: |%|$x|%|$1|%|"$@"|%|sh -c |%|command |%|exec |%|time |%|builtin |%|\
            trap |%|. |%|-c |%|-v |%|-p |%|x|%|y|%|1|%|0|%|+|%|-|%|~|%|*|%|?|%|,|%|{|%|}|%|%|%|/|%|\t|%|\
            declare -i |%|typeset |%|local |%|wait |%|ulimit |%|getopts |%|print |%|emulate sh -c |%|alias |%|\
            coproc |%|select |%|function |%|repeat 2 |%|noglob \
            """);

    /** Values that create the file {@code made} wherever a shell interprets them. */
    private static final List<String> VALUES = pieces("""
            $(>made)|%|`>made`|%|a[$(>made)0]|%|x[`>made`]|%|>made|%|; >made;|%|'; >made; '|%|"; >made; "|%|\
            \n>made\n|%|eval|%|-v|%|-c|%|-p|%|-x|%|(|%|!|%|-va[$(>made)]|%|x=a[$(>made)]|%|'$(>made)'|%|\
            $((a[$(>made)]))|%|%d|%|*|%|./*|%|~|%|=|%|-o|%|]]|%|))|%|}|%|)|%|') >made '|%|") >made ("|%|\\|%|\
            '|%|"|%|EOF|%|#\
            """);

    private static Path directory;

    private static List<String> pieces(String joined) {
        return List.of(joined.split("\\|%\\|"));
    }

    @BeforeContainer
    static void create() throws IOException {
        directory = Files.createTempDirectory("shell-texts");
    }

    @AfterContainer
    static void delete() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMinSize(2).ofMaxSize(14).map(pieces -> String.join("", pieces));
    }

    /** Generates texts whose parts follow each other as in real texts, so that more of them run. */
    @Provide
    Arbitrary<String> sentences() {
        Arbitrary<String> word = Arbitraries.of(pieces("""
            @|%|@|%|"@"|%|'@'|%|x@y|%|$x|%|"$x@"|%|1|%|x|%|$((@+1))|%|$(echo @)|%|"$(printf %s "@")"|%|\
            `echo @`|%|${x:-@}|%|-v|%|-c|%|a[@]|%|{x,@}|%|\\@|%|$@|%|"\\$@"|%|$'@'|%|@:@|%|"@ ' @"|%|'" @'|%|\
            x=@|%|-gt|%|-eq|%|=|%|!|%|--|%|~@|%|*@*|%|[@]|%|a=$((@))|%|"`echo \\"@\\"`"|%|# @|%|'%d'|%|%s%d\
            """));
        Arbitrary<String> name = Arbitraries.of(pieces("""
            echo|%|printf %s|%|printf|%|printf %d|%|test|%|[|%|[[|%|eval|%|let|%|x=|%|x=@|%|x=@ y=$x|%|\
            a[@]=|%|set --|%|set|%|f|%|exit|%|return|%|shift|%|unset|%|read|%|export|%|command|%|\
            command eval|%|exec|%|sh -c|%|sh|%|@|%|\\eval|%|'eval'|%|((|%|for x in|%|for @ in|%|case|%|\
            time -p|%|! |%|wait|%|ulimit|%|trap|%|typeset -i|%|> /dev/null|%|2>&1|%|< @|%|print|%|cd|%|\
            break|%|builtin|%|true|%|:\
            """));
        Arbitrary<String> command = Combinators.combine(
                        name, word.list().ofMaxSize(3), Arbitraries.of("", " ]", " ]]", " ))"))
                .as((first, words, end) -> first + " " + String.join(" ", words) + end);
        Arbitrary<String> block =
                Combinators.combine(command, Arbitraries.of(pieces("""
            %s|%|%s|%|(%s)|%|{ %s; }|%|if %s; then %s; fi|%|while %s; do break; done|%|x=$(%s)|%|\
            f() { %s; }|%|echo "$(%s)"|%|for x in @ 1; do %s; done|%|case x in x) %s;; esac|%|\
            echo $( (%s) )|%|! %s|%|echo "$(case x in x) %s;; esac)"|%|case @ in *) %s;; esac\
            """))).as((text, form) -> form.replace("%s", text));
        return Combinators.combine(
                        block.list().ofMinSize(1).ofMaxSize(3), Arbitraries.of("; ", " && ", " || ", " | ", " & "))
                .as((blocks, operator) -> String.join(operator, blocks));
    }

    @Provide
    Arbitrary<List<String>> values() {
        return Arbitraries.of(VALUES).list().ofSize(3);
    }

    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
    @Label("5.8 no value is interpreted, whatever the text")
    void piecesInterpretNothing(@ForAll("texts") String text, @ForAll("values") List<String> values) throws Exception {
        interpretNothing(text, values);
    }

    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
    @Label("5.8 no value is interpreted in a text that runs")
    void sentencesInterpretNothing(@ForAll("sentences") String text, @ForAll("values") List<String> values)
            throws Exception {
        interpretNothing(text, values);
    }

    private static void interpretNothing(String text, List<String> values) throws Exception {
        StringBuilder command = new StringBuilder();
        int references = 0;
        for (char c : text.toCharArray()) {
            command.append(c == '@' ? "@" + references++ % values.size() + "_stdout@" : c);
        }
        List<String> argv;
        try {
            argv = Shells.argv(command.toString(), values);
        } catch (ShellText.UnsafeValueException e) {
            return;
        }
        for (String shell : Shells.installed()) {
            run(shell, argv);
            assertThat(directory.resolve("made")).as(shell + ": " + argv).doesNotExist();
        }
    }

    private static void run(String shell, List<String> argv) throws IOException, InterruptedException {
        Process process = Shells.start(shell, argv, directory, Path.of("/dev/null"));
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }
}
