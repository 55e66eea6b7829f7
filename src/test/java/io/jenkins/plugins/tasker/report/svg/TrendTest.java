package io.jenkins.plugins.tasker.report.svg;

import static io.jenkins.plugins.tasker.journal.SampleRun.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.SampleRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendTest {

    @Test
    void eachRunHasABarWithItsOutcome() {
        String svg = Trend.svg(List.of(
                new Trend.Point("#1", run(0, 1000)),
                new Trend.Point("#2", run(14, 4000)),
                new Trend.Point("#3", new SampleRun().start(key(0), "web1", "x").record())));

        assertThat(svg)
                .contains("aria-label=\"Trend: 1 of 3 runs successful; the longest took 4 s.")
                .containsSubsequence(
                        "<title>#1: successful, 1 s</title>",
                        "<title>#2: failed, 4 s</title>",
                        "<title>#3: end unknown, ");
    }

    @Test
    void longestRunHasTheHighestBar() {
        String svg = Trend.svg(List.of(new Trend.Point("#1", run(0, 1000)), new Trend.Point("#2", run(0, 4000))));

        assertThat(svg).containsSubsequence("height=\"17\"", "height=\"68\"");
    }

    @Test
    void trendOfNoRunsIsEmpty() {
        assertThat(Trend.svg(List.of())).contains("0 of 0 runs");
    }

    private static RunRecord run(int exitCode, long millis) {
        return new SampleRun()
                .task(key(0), "web1", "x", exitCode, "", millis)
                .runEnd(exitCode, "", key(0))
                .record();
    }
}
