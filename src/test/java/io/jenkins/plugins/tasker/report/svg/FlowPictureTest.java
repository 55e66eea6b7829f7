package io.jenkins.plugins.tasker.report.svg;

import static io.jenkins.plugins.tasker.journal.SampleRun.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.SampleRun;
import io.jenkins.plugins.tasker.report.SampleRuns;
import io.jenkins.plugins.tasker.report.Xml;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class FlowPictureTest {

    @Test
    void tooltipOfARouteHasItsReason() {
        Element svg = Xml.parse(FlowPicture.svg(SampleRuns.deployment().record(), false));

        assertThat(Xml.texts(svg, "title"))
                .contains(
                        "start to Task 0: start",
                        "Task 0 to Task 1: successful",
                        "Task 5 to Task 90: 'next=all_success' is not satisfied",
                        "Task 5 to Task 9, not taken: next",
                        "Task 90 to end: Task 90 returned 1");
    }

    @Test
    void subTasksAreInTheirGroup() {
        Element svg = Xml.parse(FlowPicture.svg(SampleRuns.deployment().record(), false));

        assertThat(Xml.texts(svg, "title"))
                .contains("Task 5-6 on app1.example.com: successful", "Task 5-7 on app2.example.com: timed out");
        assertThat(Xml.texts(svg, "text"))
                .contains("1/2 successful \u00B7 10 s")
                .doesNotContain("6", "7");
    }

    @Test
    void repetitionsAreCounted() {
        Element svg = Xml.parse(FlowPicture.svg(SampleRuns.deployment().record(), false));

        assertThat(Xml.texts(svg, "text")).contains("lb1 \u00B7 2 executions \u00B7 500 ms");
    }

    @Test
    void tasksThatWereNotStartedAreShown() {
        Element svg = Xml.parse(FlowPicture.svg(SampleRuns.deployment().record(), false));

        assertThat(Xml.texts(svg, "title")).contains("Task 9: not started");
    }

    @Test
    void similarNeighboursOfALongFlowAreMerged() {
        Element svg = Xml.parse(FlowPicture.svg(SampleRuns.sequence(1000).record(), false));

        assertThat(Xml.texts(svg, "text")).contains("0", "1 \u2013 98", "99", "100 \u2013 198", "199");
        assertThat(Xml.texts(svg, "text").filter(text -> text.equals("99 successful")))
                .hasSize(9);
    }

    @Test
    void backwardJumpIsDrawn() {
        RunRecord run = new SampleRun()
                .task(key(0), "h", "x", 0, "", 5)
                .task(key(1), "h", "y", 1, "", 5)
                .move(key(0), 1, false, "successful")
                .move(key(1), 0, true, "failed with exit code 1")
                .record();

        assertThat(Xml.texts(Xml.parse(FlowPicture.svg(run, false)), "title"))
                .contains("Task 1 to Task 0: failed with exit code 1");
    }

    @Test
    void emptyRunHasAPicture() {
        assertThat(Xml.texts(Xml.parse(FlowPicture.svg(RunRecord.of(List.of()), false)), "text"))
                .containsExactly("start", "end");
    }
}
