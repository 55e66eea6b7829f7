package io.jenkins.plugins.tasker.taskfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    private static Template template(String definitions, String text) {
        return Template.of(text, Globals.of(TaskFileParser.parse(definitions).globals(), Map.of()));
    }

    @ParameterizedTest
    @DisplayName("7.1 Each result has its reference")
    @EnumSource
    void everyResultHasReference(ResultName name) {
        Template template = template("", "<@12_" + name.key() + "@>");

        assertThat(template.references()).containsExactly(new ResultReference(new TaskId(12), name));
        assertThat(template.render(reference -> Optional.of("v")).text()).isEqualTo("<v>");
    }

    @ParameterizedTest
    @DisplayName("7.2 Leading zeros and unknown endings make a reference malformed")
    @ValueSource(strings = {"@00_stdout@", "@01_exit@", "@1_output@", "@1_stdout_@", "@1_exit_codes@"})
    void malformedReferences(String reference) {
        Template template = template("", "a " + reference + " b");

        assertThat(template.malformedReferences()).containsExactly(reference);
        assertThat(template.references()).isEmpty();
        assertThat(template.render(r -> Optional.of("v")))
                .isEqualTo(new Template.Rendered("a " + reference + " b", List.of(reference)));
    }

    @ParameterizedTest
    @DisplayName("7.2 Other text contains no reference")
    @ValueSource(
            strings = {
                "user@host.com",
                "@",
                "@@",
                "@@@",
                "a@b",
                "@-1_stdout@",
                "@1stdout@",
                "@1_@",
                "@1@",
                "@a-b@",
                "@a b@"
            })
    void noReferences(String text) {
        Template template = template("", text);

        assertThat(template.hasReferences()).isFalse();
        assertThat(template.render(r -> Optional.of("v"))).isEqualTo(new Template.Rendered(text, List.of()));
    }

    @ParameterizedTest
    @DisplayName("7.2 Two @ on both sides stand for the text with one, also through globals")
    @CsvSource({
        "jdoe@@root@@web1, jdoe@root@web1",
        "@@A@@, @A@",
        "@@0_stdout@@, @0_stdout@",
        "@@UNDEFINED@@, @UNDEFINED@",
        "@E@, @A@ a",
        "@@A@@@A@, @A@a",
        "@@@A@@, @@A@"
    })
    void escapedReferences(String text, String meaning) {
        Template template = template("A=a\nE=@@A@@ @A@", text);

        assertThat(template.render(r -> Optional.of("v"))).isEqualTo(new Template.Rendered(meaning, List.of()));
        assertThat(template.expanded()).isEqualTo(meaning);
        assertThat(template.isStatic()).isTrue();
    }

    @Test
    @DisplayName("7.2 An escaped reference is text in words, too")
    void escapedReferenceInWords() throws Exception {
        assertThat(Words.split(template("A=a", "'@@A@@' @@A@@x \"@@0_exit@@\""))
                        .render(r -> Optional.of("v"), new ArrayList<>()))
                .containsExactly("@A@", "@A@x", "@0_exit@");
    }

    @ParameterizedTest
    @DisplayName("7.2 Names of results are read in any case")
    @ValueSource(strings = {"@1_STDOUT@", "@1_Exit_Code@", "@1_Success@"})
    void resultsInAnyCase(String reference) {
        assertThat(template("", reference).references())
                .singleElement()
                .hasToString(reference.toLowerCase(Locale.ROOT));
    }

    @Test
    @DisplayName("4.7 A variable from outside is data in a command, also through other globals")
    void outsideVariablesAreData() {
        Globals globals = Globals.of(
                TaskFileParser.parse("OPTIONS=--msg @MSG@ @OWN@\nMSG=default\nOWN=a b")
                        .globals(),
                Map.of("MSG", "5\" @OWN@ | @0_stdout@"));

        Template template = Template.ofCommand("x @OPTIONS@", globals);

        assertThat(template.source()).isEqualTo("x --msg @MSG@ a b");
        assertThat(template.expanded()).isEqualTo("x --msg 5\" @OWN@ | @0_stdout@ a b");
        assertThat(template.isStatic()).isTrue();
        assertThat(template.undefinedGlobals()).isEmpty();
        assertThat(template.render(ResultLookup.NONE).text()).isEqualTo(template.expanded());
        assertThat(Template.of("@MSG@", globals).expanded()).isEqualTo("5\" a b | @0_stdout@");
    }

    @Test
    @DisplayName("4.7 A variable from outside is cut at white space outside of quotes, and its quotes are data")
    void outsideVariablesAreCut() throws Exception {
        Globals globals = Globals.of(List.of(), Map.of("MSG", "x\" --force \"y \\"));

        assertThat(Words.split(Template.ofCommand("@MSG@ \"@MSG@\"", globals))
                        .render(ResultLookup.NONE, new ArrayList<>()))
                .containsExactly("x\"", "--force", "\"y", "\\", "x\" --force \"y \\");
    }

    @Test
    @DisplayName("7.2 Tasks have no names: a reference with the name of a task is a global")
    void tasksHaveNoNames() {
        assertThat(template("", "@service_status_stdout@").undefinedGlobals())
                .containsExactly("@service_status_stdout@");
    }

    @Test
    @DisplayName("7.3 Globals are expanded first and may refer to results, which are inserted at use")
    void globalsMayReferToResults() {
        Template template = template("A=[@0_stdout@ @B@]\nB=b", "@A@");

        assertThat(template.expanded()).isEqualTo("[@0_stdout@ b]");
        assertThat(template.written()).isEqualTo("@A@");
        assertThat(template.isStatic()).isFalse();
        assertThat(template.render(r -> Optional.of("1")).text()).isEqualTo("[1 b]");
        assertThat(template.render(r -> Optional.of("2")).text()).isEqualTo("[2 b]");
    }

    @Test
    @DisplayName("7.3 Inserted results are never scanned again")
    void resultsAreNotScanned() {
        Template template = template("A=a", "@0_stdout@ @A@ @1_stdout@");

        Template.Rendered rendered = template.render(r -> Optional.of("@A@@1_stdout@$1\\"));

        assertThat(rendered.text()).isEqualTo("@A@@1_stdout@$1\\ a @A@@1_stdout@$1\\");
        assertThat(rendered.unresolved()).isEmpty();
    }

    @Test
    @DisplayName("7.5 References without a value stay as written and are reported")
    void unresolvedReferences() {
        Template template = template("", "@X@ @0_stdout@ @1_stdout@");

        Template.Rendered rendered = template.render(r -> r.task().value() == 0 ? Optional.of("") : Optional.empty());

        assertThat(rendered.text()).isEqualTo("@X@  @1_stdout@");
        assertThat(rendered.unresolved()).containsExactlyInAnyOrder("@X@", "@1_stdout@");
    }

    @Test
    @DisplayName("7.2 References that share an @ are read from the left")
    void sharedAt() {
        assertThat(template("A=a\nB=b", "@A@B@").expanded()).isEqualTo("aB@");
        assertThat(template("A=a", "x@@A@").expanded()).isEqualTo("x@a");
    }
}
