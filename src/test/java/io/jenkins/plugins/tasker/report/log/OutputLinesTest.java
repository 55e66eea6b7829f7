package io.jenkins.plugins.tasker.report.log;

import static io.jenkins.plugins.tasker.journal.SampleRun.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import io.jenkins.plugins.tasker.engine.Secrets;
import io.jenkins.plugins.tasker.journal.RunRecordBuilder;
import io.jenkins.plugins.tasker.text.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OutputLinesTest {

    private static final String LONG = "0123456789".repeat(20);

    private final List<String> lines = new ArrayList<>();

    @Test
    @DisplayName("16.3 output is trimmed and stays on one line")
    void outputIsOneLine() {
        log(Level.INFO, "\n  one\ntwo\u0007\r\n\n", Secrets.NONE);

        assertThat(lines).containsExactly("[INFO] Task 0: STDOUT: one\\ntwo\\x07");
    }

    @Test
    @DisplayName("16.2 blank output is omitted")
    void blankOutputIsOmitted() {
        log(Level.DEBUG, " \n\t ", Secrets.NONE);
        log(Level.DEBUG, "", Secrets.NONE);

        assertThat(lines).isEmpty();
    }

    @Test
    @DisplayName("16.3 200 characters are logged in full")
    void twoHundredCharactersAreLoggedInFull() {
        log(Level.INFO, LONG + "\n\n", Secrets.NONE);

        assertThat(lines).containsExactly("[INFO] Task 0: STDOUT: " + LONG);
    }

    @Test
    @DisplayName("16.13 of more than 200 characters the first and the last part are shown")
    void longOutputIsCut() {
        log(Level.INFO, "a".repeat(500) + "FATAL: backup failed\n", Secrets.NONE);

        assertThat(lines)
                .containsExactly("[INFO] Task 0: STDOUT: " + "a".repeat(150) + " [... 320 characters ...] "
                        + "a".repeat(30) + "FATAL: backup failed");
    }

    @Test
    @DisplayName("16.4 the last part contains no rest of a secret that begins before it")
    void secretAtTheCut() {
        log(Level.INFO, "a".repeat(500) + "hunter2secret" + "b".repeat(45), Secrets.of(List.of("hunter2secret")));

        assertThat(lines).singleElement().asString().doesNotContain("ecret").endsWith("b".repeat(32));
    }

    @Test
    @DisplayName("16.3 the cut never splits a surrogate pair")
    void surrogatePairsStayWhole() {
        log(
                Level.INFO,
                "x".repeat(149) + "\uD83D\uDE00" + "y".repeat(300) + "\uD83D\uDE00" + "z".repeat(49),
                Secrets.NONE);

        assertThat(lines)
                .containsExactly(
                        "[INFO] Task 0: STDOUT: " + "x".repeat(149) + " [... 304 characters ...] " + "z".repeat(49));
    }

    @Test
    @DisplayName("16.3 at DEBUG the output is logged in full, line by line")
    void debugLogsEveryLine() {
        log(Level.DEBUG, "one\n\n  two\n", Secrets.NONE);

        assertThat(lines)
                .containsExactly(
                        "[INFO] Task 0: STDOUT: one\\n\\n  two",
                        "[DEBUG] Task 0: STDOUT | one",
                        "[DEBUG] Task 0: STDOUT | ",
                        "[DEBUG] Task 0: STDOUT |   two");
    }

    @Test
    @DisplayName("16.3 at DEBUG one short line is logged once")
    void debugLogsShortLineOnce() {
        log(Level.DEBUG, "one\n", Secrets.NONE);

        assertThat(lines).containsExactly("[INFO] Task 0: STDOUT: one");
    }

    @Test
    @DisplayName("16.3 at DEBUG a very long line takes several lines of the log")
    void veryLongLineIsDivided() {
        log(Level.DEBUG, "y".repeat(2 * OutputLines.LONGEST_LINE + 1), Secrets.NONE);

        assertThat(lines.subList(1, 4))
                .containsExactly(
                        "[DEBUG] Task 0: STDOUT | " + "y".repeat(OutputLines.LONGEST_LINE),
                        "[DEBUG] Task 0: STDOUT + " + "y".repeat(OutputLines.LONGEST_LINE),
                        "[DEBUG] Task 0: STDOUT + y");
    }

    @Test
    @DisplayName("16.4 a secret is masked at every position, also across the buffers of the reader")
    void secretsAreMaskedEverywhere() {
        for (int offset = 8180; offset < 8200; offset++) {
            lines.clear();
            String before = ("-".repeat(99) + "\n").repeat(82).substring(0, offset);
            log(Level.DEBUG, before + "hunter2" + "-".repeat(20), Secrets.of(List.of("hunter2")));

            assertThat(String.join("", lines)).contains("****").doesNotContain("hunter2", "hunt", "nter2");
        }
    }

    @Test
    @DisplayName("16.4 a secret that begins at the last shown character is masked")
    void secretAtTheCutIsMasked() {
        log(Level.INFO, "x".repeat(148) + "hunter2 and more" + "y".repeat(100), Secrets.of(List.of("hunter2")));

        assertThat(lines).singleElement().asString().contains("x** [...").doesNotContain("hu");
    }

    private void log(Level level, String output, Secrets secrets) {
        RunRecordBuilder state = new RunRecordBuilder();
        RunLog log = new RunLog(
                level,
                Clock.systemUTC(),
                state::record,
                List.of((lineLevel, text) -> lines.add(text.substring("[2024-01-15 14:30:15] ".length()))));
        new OutputLines(log, key(0), secrets).log(OutputStreamName.STDOUT, Output.of(output));
    }
}
