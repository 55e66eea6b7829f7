package io.jenkins.plugins.tasker.taskfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlobalsTest {

    private static String expand(String definitions, String text) {
        return globals(definitions).expand(text);
    }

    private static Globals globals(String definitions) {
        return Globals.of(TaskFileParser.parse(definitions).globals(), Map.of());
    }

    @ParameterizedTest
    @DisplayName("2.12 Names start with a letter or _, followed by letters, digits or _")
    @ValueSource(strings = {"A", "a", "_", "A1", "_1", "MY_VAR", "service_status_stdout"})
    void names(String name) {
        assertThat(Globals.isName(name)).isTrue();
        assertThat(expand(name + "=x", "<@" + name + "@>")).isEqualTo("<x>");
    }

    @ParameterizedTest
    @DisplayName("2.12 Other names cannot be referred to")
    @ValueSource(strings = {"1A", "a-b", "a.b", "a b", "ä", ""})
    void noNames(String name) {
        assertThat(Globals.isName(name)).isFalse();
        assertThat(expand(name + "=x", "<@" + name + "@>")).isEqualTo("<@" + name + "@>");
    }

    @Test
    @DisplayName("2.12 The order of definitions is irrelevant")
    void orderIsIrrelevant() {
        assertThat(expand("A=@B@-a\nB=b", "@A@")).isEqualTo("b-a");
    }

    @Test
    @DisplayName("2.12 Values of the caller replace those of the file")
    void callerReplacesFile() {
        Globals globals =
                Globals.of(TaskFileParser.parse("A=@B@\nB=file").globals(), Map.of("B", "caller", "C", "new"));

        assertThat(globals.expand("@A@ @C@")).isEqualTo("caller new");
    }

    @Test
    @DisplayName("7.2 Names are case-sensitive, and an e-mail address contains no reference")
    void textWithoutReferences() {
        assertThat(expand("A=1\nhost=2", "@a@ user@host.com @ A @")).isEqualTo("@a@ user@host.com @ A @");
    }

    @Test
    @DisplayName("7.3 Globals are nested up to ten levels deep")
    void nesting() {
        String chain = IntStream.range(1, 12)
                .mapToObj(i -> "A" + i + "=@A" + (i + 1) + "@\n")
                .collect(Collectors.joining("", "", "A12=end\n"));

        assertThat(expand(chain, "@A3@")).isEqualTo("end");
        assertThat(expand(chain, "@A2@")).isEqualTo("@A12@");
    }

    @Test
    @DisplayName("7.3 Expanding a cycle of globals ends")
    void cycleEnds() {
        assertThat(expand("A=@B@\nB=@A@", "@A@")).isEqualTo("@A@");
        assertThat(expand("A=x@A@", "@A@")).isEqualTo("x".repeat(10) + "@A@");
    }

    @Test
    @DisplayName("7.3 Globals that multiply do not fill the memory")
    void multiplyingGlobalsEnd() {
        String bomb = IntStream.range(0, 10)
                .mapToObj(i -> "A" + i + "=" + ("@A" + (i + 1) + "@").repeat(100) + "\n")
                .collect(Collectors.joining("", "", "A10=x\n"));

        assertThat(expand(bomb, "@A0@")).hasSizeLessThan(Globals.LONGEST * 8);
    }

    @Test
    @DisplayName("7.3 Equal texts share one expansion")
    void equalTextsShareExpansion() {
        Globals globals = globals("A=0123456789\nB=@A@@A@");

        assertThat(Template.of("x @B@", globals).expanded())
                .isSameAs(Template.of("x " + "@B@", globals).expanded());
    }

    @Test
    @DisplayName("7.3 All expanded texts of a file together stay below a limit")
    void expansionsTogetherAreLimited() {
        String nested = IntStream.range(1, 6)
                .mapToObj(i -> "A" + i + "=" + ("@A" + (i - 1) + "@").repeat(10) + "\n")
                .collect(Collectors.joining("", "A0=0123456789\n", ""));
        Globals globals = globals(nested);

        long length = IntStream.range(0, 3000)
                .mapToObj(i -> Template.of("@A5@ " + i, globals))
                .mapToLong(template -> template.expanded().length())
                .sum();

        assertThat(length).isLessThan(Globals.LONGEST_TOGETHER + 1_000_000L);
        assertThat(globals.isRefused("@A5@ 0")).isFalse();
        assertThat(globals.isRefused("@A5@ 2999")).isTrue();
    }

    @Test
    @DisplayName("7.5 References to undefined globals stay as written")
    void undefinedStays() {
        assertThat(expand("A=1\nE=", "@A@ @X@ @E@.")).isEqualTo("1 @X@ .");
    }
}
