package io.jenkins.plugins.tasker.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.taskfile.TaskFileParser;
import io.jenkins.plugins.tasker.validation.GoldenFile.Case;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the findings of the task files in src/test/resources/findings, which has one file of cases for each code. */
class FindingsTest {

    static Stream<Case> cases() {
        return Arrays.stream(FindingCode.values()).flatMap(code -> golden(code).cases().stream());
    }

    private static GoldenFile golden(FindingCode code) {
        return GoldenFile.read("findings", code + ".txt");
    }

    private static List<Finding> findings(Case golden) {
        return TaskFileValidator.validate(TaskFileParser.parse(golden.text()), golden.options());
    }

    @ParameterizedTest
    @DisplayName("13.1 All findings of a file are reported, by line, word for word")
    @MethodSource("cases")
    void findingsAreReported(Case golden) {
        String reported =
                findings(golden).stream().map(finding -> finding + "\n").collect(Collectors.joining());

        assertThat(reported).isEqualTo(golden.expected());
    }

    @ParameterizedTest
    @DisplayName("13.3, 13.4 Every code has a case and a remedy")
    @EnumSource
    void everyCodeIsFound(FindingCode code) {
        assertThat(golden(code).cases())
                .flatExtracting(FindingsTest::findings)
                .filteredOn(finding -> finding.code() == code)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.remedy()).isNotBlank().doesNotContain("%"));
    }

    @Test
    @DisplayName("13.2 Only the starred errors cannot be skipped")
    void onlyStarredErrorsCannotBeSkipped() {
        assertThat(FindingCode.values())
                .filteredOn(code -> !code.isSkippable())
                .containsExactly(
                        FindingCode.E01,
                        FindingCode.E02,
                        FindingCode.E03,
                        FindingCode.E09,
                        FindingCode.E34,
                        FindingCode.E36,
                        FindingCode.E58);
    }

    @Test
    @DisplayName("13.1 A finding names its field, column and text")
    void findingPointsAtText() {
        Finding finding = findings("task=0\nhostname=h\ncommand=c\n  next = exit_0 & ok   # comment\n", FindingCode.E25)
                .get(0);

        assertThat(finding.location().line()).isEqualTo(4);
        assertThat(finding.location().field()).contains("next");
        assertThat(finding.location().offending()).isEqualTo("ok");
        assertThat(finding.location().column()).hasValue("  next = exit_0 & ".length() + 1);
    }

    @Test
    @DisplayName("13.1 A finding about a name shows the name instead of the value")
    void findingAboutNameShowsName() {
        assertThat(findings("UNUSED=1\nno-name=2\ntask=0\nhostname=h\ncommand=c\ncomand=d\n"))
                .extracting(finding -> finding.location().offending())
                .containsExactly("UNUSED", "no-name", "comand");
    }

    @Test
    @DisplayName("13.1 The findings are sorted by line, errors of a line first")
    void findingsAreSorted() {
        List<Finding> all = findings("NEVER=1\ntask=0\nfoo\nnext=exit_0|a=b # x\ntask=0\n");

        assertThat(all)
                .isSortedAccordingTo(Comparator.comparingInt(
                                (Finding finding) -> finding.location().line())
                        .thenComparing(Finding::code));
        assertThat(all).hasSizeGreaterThan(5);
    }

    private static List<Finding> findings(String text, FindingCode code) {
        return findings(text).stream().filter(finding -> finding.code() == code).toList();
    }

    private static List<Finding> findings(String text) {
        return findings(new Case("", "", golden(FindingCode.E01).cases().get(0).options(), text, ""));
    }
}
