package io.jenkins.plugins.tasker.report.html;

import static io.jenkins.plugins.tasker.journal.SampleRun.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.SampleRun;
import io.jenkins.plugins.tasker.report.SampleRuns;
import io.jenkins.plugins.tasker.text.Level;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

    @TempDir
    Path directory;

    @Test
    void outcomeComesFirst() {
        assertThat(html(SampleRuns.deployment()))
                .containsSubsequence(
                        "<h1>deploy.txt</h1>",
                        "Run ended with exit code 1 after 14 s: Task 90 returned 1.",
                        "<b>6</b> executed",
                        "<b>1</b> timed out",
                        "<h2>Needs attention</h2>",
                        "<h2>Timeline</h2>",
                        "<h2>Flow</h2>",
                        "<h2>Tasks</h2>");
    }

    @Test
    void problemsAreExplained() {
        String html = html(SampleRuns.deployment());

        assertThat(html)
                .containsSubsequence(
                        "<h2>Needs attention</h2>",
                        "Task 5-7 on app2.example.com</a></strong>: exit code 124: time limit of 30 s exceeded",
                        "<pre>time limit exceeded</pre>",
                        "</section>");
        assertThat(html.substring(0, html.indexOf("<h2>Timeline")))
                .as("a loop that succeeds at last is not a problem")
                .doesNotContain("wait-drained");
    }

    @Test
    void equalProblemsAreMerged() {
        SampleRun run = new SampleRun();
        for (int i = 0; i < 30; i++) {
            run.task(key(i), "web" + i, "patch", 1, "", 5);
        }
        assertThat(html(run)).containsOnlyOnce("<strong>30 tasks</strong>: exit code 1");
    }

    @Test
    void textsOfARunAreEscaped() {
        String evil = "<script>alert(1)</script>\"'&\u0000<img src=x onerror=alert(1)>";
        String html = html(new SampleRun()
                .note(Level.WARN, key(0), evil)
                .task(key(0), evil, evil, 1, evil + "\n" + evil, 5)
                .skip(key(1), evil)
                .move(key(0), 1, true, evil)
                .runEnd(1, evil, key(0)));

        assertThat(html).doesNotContain("<script", "<img", "\u0000").contains("&lt;script&gt;alert(1)");
    }

    @Test
    void pageIsSelfContained() {
        assertThat(html(SampleRuns.deployment()))
                .doesNotContain("<script", "<link", "@import", "src=")
                .doesNotContainPattern("https?://(?!www\\.w3\\.org/2000/svg)");
    }

    @Test
    void pageIsAccessible() {
        assertThat(html(SampleRuns.deployment()))
                .contains(
                        "<html lang=\"en\">", "<caption>", "scope=\"col\"", "scope=\"row\"", "role=\"img\" aria-label=")
                .contains("href=\"#task-table\"", "id=\"task-table\"")
                .contains("tabindex=\"0\" role=\"region\" aria-label=\"Timeline\"");
    }

    @Test
    void tasksThatWereNotStartedAreListed() {
        assertThat(html(SampleRuns.deployment()))
                .contains("<tr class=\"open\"><th scope=\"row\">9</th><td class=\"s open\">not started</td>");
    }

    @Test
    void attemptsHaveTheirOutcome() {
        assertThat(html(SampleRuns.deployment()))
                .containsSubsequence(
                        "<small>2 attempts</small>",
                        "<summary>Output of 2 attempts</summary>",
                        "<h3>Task 5-6: exit code 1, 2 s</h3>",
                        "<pre>port in use</pre>",
                        "<h3>Task 5-6.1: successful, 2 s</h3>",
                        "<pre>deployed</pre>");
    }

    @Test
    void runWithoutEndIsInterrupted() {
        assertThat(html(new SampleRun().start(key(3), "web1", "deploy")))
                .contains("Run was interrupted: its record has no end. The end of Task 3 on web1 is unknown.");
    }

    @Test
    void pageOfAThousandTasksIsFastAndSmall() {
        RunRecord run = SampleRuns.sequence(1000).record();
        RunRecord fleet = SampleRuns.fleet(1000).record();
        HtmlReport.html(run, ZoneOffset.UTC);

        long start = System.nanoTime();
        String html = HtmlReport.html(run, ZoneOffset.UTC);
        Duration duration = Duration.ofNanos(System.nanoTime() - start);

        assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(1_000_000);
        assertThat(HtmlReport.html(fleet, ZoneOffset.UTC).length()).isLessThan(1_000_000);
        // The aim is 300 ms; a machine that builds other things at the same time gets some more.
        assertThat(duration).isLessThan(Duration.ofMillis(1500));
    }

    @Test
    void longOutputsStayWithinTheBudget() {
        SampleRun run = new SampleRun();
        for (int i = 0; i < 1000; i++) {
            run.task(key(i), "web" + i, "x", i % 10 == 0 ? 1 : 0, "line of output\n".repeat(250), 5);
        }
        assertThat(html(run).length()).isLessThan(1_200_000);
    }

    @Test
    void pageIsWrittenIntoANewDirectory() throws IOException {
        Path page = HtmlReport.write(SampleRuns.deployment().record(), ZoneOffset.UTC, directory.resolve("a/b"));

        assertThat(page).isEqualTo(directory.resolve("a/b/index.html"));
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    }

    @Test
    void errorNamesTheFileInPlaceOfTheDirectory() throws IOException {
        Path file = Files.writeString(directory.resolve("report"), "");

        assertThatThrownBy(() -> HtmlReport.write(SampleRuns.deployment().record(), ZoneOffset.UTC, file))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "report " + file.resolve("index.html") + " cannot be written: " + file + " is not a directory");
    }

    @Test
    void emptyRecordHasAPage() {
        assertThat(HtmlReport.html(RunRecord.of(List.of()), ZoneOffset.UTC)).contains("its record has no end");
    }

    private static String html(SampleRun run) {
        return HtmlReport.html(run.record(), ZoneOffset.UTC);
    }
}
