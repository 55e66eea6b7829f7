package io.jenkins.plugins.tasker.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {

    @ParameterizedTest
    @DisplayName("the distance of two words is the number of inserted, deleted and replaced characters")
    @CsvSource({"timeout,timeout,0", "timout,timeout,1", "kitten,sitting,3", "'',abc,3", "abc,'',3", "A,a,1"})
    void editDistance(String a, String b, int distance) {
        assertThat(EditDistance.between(a, b)).isEqualTo(distance);
    }

    @Test
    @DisplayName("similar names ignore case, come in the order of similarity, and leave out different ones")
    void similarNames() {
        assertThat(SimilarNames.among(List.of("pbrun", "p7s", "SSH", "local"), "pbrnu"))
                .containsExactly("pbrun");
        assertThat(SimilarNames.among(List.of("wwrs_cli", "wwrs"), "wwrs")).containsExactly("wwrs");
        assertThat(SimilarNames.among(List.of("SSH", "local"), "ssh")).containsExactly("SSH");
    }

    @Test
    @DisplayName("16.3 control characters become \\xHH, and newlines become \\n in a single line")
    void visibleText() {
        assertThat(VisibleText.of("a\u001b[2J\tb\nc\u009f")).isEqualTo("a\\x1B[2J\\x09b\\nc\\x9F");
        assertThat(VisibleText.lines("a\u001b\tb\nc\r")).isEqualTo("a\\x1B\tb\nc\\x0D");
        assertThat(VisibleText.of("plain \u00e9")).isEqualTo("plain \u00e9");
    }

    @Test
    @DisplayName("16.3 a text of more than 200 characters is cut and marked")
    void visibleStart() {
        assertThat(VisibleText.start("x".repeat(200))).isEqualTo("x".repeat(200));
        assertThat(VisibleText.start("\u0007".repeat(201))).isEqualTo("\\x07".repeat(200) + "...");
    }

    @Test
    @DisplayName("a cut never splits a surrogate pair")
    void cutKeepsPairs() {
        String text = "ab\ud83c\udf89c";
        assertThat(Shortened.start(text, 3)).isEqualTo("ab");
        assertThat(Shortened.start(text, 4)).isEqualTo("ab\ud83c\udf89");
        assertThat(Shortened.start(text, 0)).isEmpty();
        assertThat(Shortened.of(text, 3, "...")).isEqualTo("ab...");
        assertThat(Shortened.of(text, 5, "...")).isEqualTo(text);
    }

    @Test
    @DisplayName("a noun has its plural unless the number is 1")
    void counted() {
        assertThat(List.of(Counted.of(0, "task"), Counted.of(1, "task"), Counted.of(2, "task")))
                .containsExactly("0 tasks", "1 task", "2 tasks");
        assertThat(List.of(Counted.of(1, "retry", "retries"), Counted.of(2, "retry", "retries")))
                .containsExactly("1 retry", "2 retries");
    }
}
