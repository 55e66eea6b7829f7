package io.jenkins.plugins.tasker.taskfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Tests properties of parsing with random texts. */
class ParsingPropertiesTest {

    private static final Globals GLOBALS = Globals.of(
            List.of(new KeyValueLine(1, "A", "@B@ & '"), new KeyValueLine(2, "B", "@0_exit@ ) |")), Map.of());

    /** Generates texts from pieces that have a meaning somewhere, in any order. */
    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                        "@",
                        "A",
                        "B",
                        "0",
                        "_stdout",
                        "_exit",
                        "@A@",
                        "@0_exit@",
                        "@01_x@",
                        "'",
                        "\"",
                        "\\",
                        "(",
                        ")",
                        "&",
                        "|",
                        "~",
                        "!",
                        "=",
                        "<",
                        ">",
                        " ",
                        "\t",
                        " AND ",
                        " OR ",
                        "NOT ",
                        "exit_",
                        "stdout",
                        "stderr_count",
                        "success",
                        "loop",
                        "min_success=",
                        "task=",
                        "\n",
                        "\r",
                        "#",
                        " #",
                        "return ",
                        "type=parallel",
                        ",",
                        "\u00a0",
                        "\u2028",
                        "\uFEFF",
                        "é",
                        "\0",
                        "\ud83d",
                        "x y",
                        "-1",
                        "99999999999999999999")
                .list()
                .ofMaxSize(40)
                .map(list -> String.join("", list));
    }

    @Property(tries = 500)
    @Label("2 Every text is parsed, and every line with = is kept")
    void anyTextIsParsed(@ForAll("pieces") String text) {
        TaskFile file = TaskFileParser.parse(text);

        long fields = file.tasks().stream()
                .mapToLong(task -> 1 + task.fields().size())
                .sum();
        long ignored = file.notes().stream()
                .filter(note -> note.kind() == ParserNote.Kind.FIELD_BEFORE_FIRST_TASK)
                .count();
        long rewritten = file.notes().stream()
                .filter(note -> note.kind() == ParserNote.Kind.BARE_RETURN)
                .count();
        long lines = text.replaceFirst("^\uFEFF", "")
                .lines()
                .map(WhiteSpace::trim)
                .filter(line -> !line.startsWith("#"))
                .map(line -> InlineComment.start(line) < 0 ? line : line.substring(0, InlineComment.start(line)))
                .filter(line -> line.indexOf('=') >= 0)
                .count();
        assertThat(fields + ignored - rewritten + file.globals().size()).isEqualTo(lines);
    }

    @Property(tries = 500)
    @Label("8 Every text is parsed as a condition, with either a tree or a problem")
    void anyConditionIsRead(@ForAll("pieces") String text) {
        Condition condition = Condition.parse(text, GLOBALS);
        Next next = Next.parse(text, GLOBALS);

        assertThat(condition.expression().isPresent())
                .isEqualTo(condition.problems().isEmpty());
        assertThat(condition.problems()).allSatisfy(problem -> {
            assertThat(problem.column()).isBetween(1, Math.max(1, text.length()));
            assertThat(text.substring(problem.column() - 1)).startsWith(problem.text());
        });
        assertThat(next.written()).isEqualTo(text);
    }

    @Property(tries = 500)
    @Label("5.5 Every text is split into words, or its quotes are unbalanced")
    void anyTextIsSplit(@ForAll("pieces") String text) {
        try {
            List<String> unresolved = new ArrayList<>();
            Words.split(text).render(reference -> Optional.of("a b"), unresolved);
            assertThat(Words.areBalanced(text)).isTrue();
        } catch (UnbalancedQuotesException e) {
            assertThat(Words.areBalanced(text)).isFalse();
            assertThat(text.charAt(e.position())).isIn('\'', '"');
        }
    }

    @Property(tries = 500)
    @Label("5.5 Quoted words stay unchanged, in both kinds of quotes and with escapes")
    void quotedWordsStayUnchanged(@ForAll List<String> words) throws UnbalancedQuotesException {
        List<String> plain = words.stream().map(word -> word.replace("@", "")).toList();
        String single = plain.stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        String twice = plain.stream()
                .map(word -> '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining("\t"));

        assertThat(Words.split(single).render(ResultLookup.NONE, new ArrayList<>()))
                .isEqualTo(plain);
        assertThat(Words.split(twice).render(ResultLookup.NONE, new ArrayList<>()))
                .isEqualTo(plain);
    }

    @Property(tries = 500)
    @Label("7.3 The parts of a text with references form the text")
    void partsAreTheText(@ForAll("pieces") String text) {
        Template template = Template.of(text, GLOBALS);
        StringBuilder parts = new StringBuilder();
        template.parts().forEach(part -> parts.append(part.text()));

        assertThat(parts.toString()).isEqualTo(template.expanded());
        assertThat(template.render(ResultLookup.NONE).text()).isEqualTo(template.expanded());
    }

    @Property(tries = 5, shrinking = ShrinkingMode.OFF)
    @Label("2 and 8 Parsing takes linear time")
    void readingIsLinear(@ForAll("pieces") String text) throws Throwable {
        String piece = text.isEmpty() ? "(" : text;
        String large = piece.repeat(100_000 / piece.length() + 1);

        Duration time = CpuTime.of(() -> {
            TaskFileParser.parse(large);
            TaskFileParser.parse("A=" + large.replace("\n", " ").replace("\r", " "));
            Next.parse(large, Globals.of(List.of(), Map.of()));
            Words.areBalanced(large);
            Template.of(large, Globals.of(List.of(), Map.of()));
        });

        assertThat(time).isLessThan(Duration.ofSeconds(2));
    }
}
