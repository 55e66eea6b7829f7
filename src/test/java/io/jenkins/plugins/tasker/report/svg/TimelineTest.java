package io.jenkins.plugins.tasker.report.svg;

import static io.jenkins.plugins.tasker.journal.SampleRun.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.SampleRun;
import io.jenkins.plugins.tasker.report.SampleRuns;
import io.jenkins.plugins.tasker.report.Xml;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class TimelineTest {

    @Test
    void tooltipOfAnAttemptHasItsOutcome() {
        Element svg = Xml.parse(Timeline.svg(SampleRuns.deployment().record(), Optional.empty()));

        assertThat(Xml.texts(svg, "title"))
                .contains(
                        "Task 0: successful, 1 s",
                        "Task 1: exit code 1, 500 ms",
                        "Task 1.1: successful, 500 ms",
                        "Task 2: condition '@NOTIFY@=true' is false",
                        "Task 5-6: exit code 1, 2 s",
                        "Task 5-6.1: successful, 2 s",
                        "Task 5-7: exit code 124: time limit of 30 s exceeded, 5 s",
                        "Task 5 parallel: Parallel execution: 1/2 successful");
    }

    @Test
    @DisplayName("the sign of a failure at the end of the run is inside the picture")
    void lastFailure() {
        SampleRun run = new SampleRun()
                .task(key(0), "web1", "check", 0, "", 60_000)
                .task(key(1), "web1", "deploy", 1, "", 5)
                .runEnd(1, "stopped", key(1));

        Element svg = Xml.parse(Timeline.svg(run.record(), Optional.empty()));

        assertThat(Xml.all(svg, "circle"))
                .isNotEmpty()
                .allSatisfy(sign -> assertThat(
                                Double.parseDouble(sign.getAttribute("cx").replace("%", "")))
                        .isLessThan(99));
    }

    @Test
    void sharedDomainOfHostsIsOmitted() {
        Element svg = Xml.parse(Timeline.svg(SampleRuns.deployment().record(), Optional.empty()));

        assertThat(Xml.texts(svg, "text")).contains("localhost");
        assertThat(Xml.texts(svg, "text").filter(text -> text.startsWith("app1")))
                .containsExactly("app1");
    }

    @Test
    void marksDifferInPatternSignAndWord() {
        Element svg = Xml.parse(Timeline.svg(SampleRuns.deployment().record(), Optional.empty()));

        assertThat(Xml.all(svg, "rect"))
                .extracting(rect -> rect.getAttribute("fill"))
                .contains("url(#tk-fill-failed)", "url(#tk-fill-late)", "url(#tk-fill-retried)");
        assertThat(Xml.all(svg, "use"))
                .extracting(use -> use.getAttribute("href"))
                .contains("#tk-sign-skipped");
        assertThat(Xml.texts(svg, "text")).contains("failed", "timed out", "failed, retried", "skipped");
    }

    @Test
    void waitForTheNextAttemptIsALine() {
        Element svg = Xml.parse(Timeline.svg(SampleRuns.deployment().record(), Optional.empty()));

        assertThat(Xml.all(svg, "line"))
                .filteredOn(line -> line.getAttribute("class").equals("tk-wait"))
                .as("one in the loop, one before the retry")
                .hasSize(2);
    }

    @Test
    void barOfARunningTaskEndsNow() {
        RunRecord run = new SampleRun().start(key(0), "web1", "sleep 60").record();

        String live = Timeline.svg(run, Optional.of(SampleRun.START.plusSeconds(40)));

        assertThat(Xml.texts(Xml.parse(live), "title")).contains("Task 0: running");
        assertThat(Xml.texts(Xml.parse(live), "text")).contains("30 s");
    }

    @Test
    void manyHostsWithoutProblemsShareALane() {
        Element svg = Xml.parse(Timeline.svg(SampleRuns.fleet(1000).record(), Optional.empty()));

        List<String> texts = Xml.texts(svg, "text").toList();
        assertThat(texts).contains("961 more hosts");
        for (int i = 0; i < 1000; i += 90) {
            assertThat(texts.toString()).contains(String.format("web-%05d", i));
        }
    }

    @Test
    void pictureOfAThousandTasksIsSmall() {
        String svg = Timeline.svg(SampleRuns.sequence(1000).record(), Optional.empty());

        assertThat(svg.length()).isLessThan(250_000);
        assertThat(Xml.texts(Xml.parse(svg), "title").filter(title -> title.contains("exit code 1")))
                .as("each failure has its own bar")
                .hasSize(10);
    }

    @Test
    void emptyRunHasAPicture() {
        Element svg = Xml.parse(Timeline.svg(RunRecord.of(List.of()), Optional.empty()));

        assertThat(svg.getAttribute("aria-label")).startsWith("Timeline: 0 tasks on 0 hosts");
    }
}
