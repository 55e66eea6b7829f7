package io.jenkins.plugins.tasker.report;

import static io.jenkins.plugins.tasker.journal.SampleRun.key;
import static io.jenkins.plugins.tasker.journal.SampleRun.repeated;

import io.jenkins.plugins.tasker.Growth;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.SampleRun;
import io.jenkins.plugins.tasker.report.files.JUnitReport;
import io.jenkins.plugins.tasker.report.html.RunParts;
import io.jenkins.plugins.tasker.report.svg.FlowPicture;
import io.jenkins.plugins.tasker.report.svg.Timeline;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that the time to create a report is linear in the number of tasks. */
class ReportGrowthTest {

    private static final Map<String, IntFunction<SampleRun>> RUNS = Map.of(
            "one after another",
            SampleRuns::sequence,
            "all successful",
            ReportGrowthTest::successful,
            "in a group",
            SampleRuns::fleet,
            "in a loop",
            ReportGrowthTest::loop,
            "all running",
            ReportGrowthTest::running);

    private static final Map<String, Function<RunRecord, ?>> REPORTS = Map.of(
            "flow",
            run -> FlowPicture.svg(run, true),
            "timeline",
            run -> Timeline.svg(run, Optional.empty()),
            "table of tasks",
            run -> parts(run).getTasks(),
            "head of the page",
            run -> parts(run).getOverview() + parts(run).getProblems(),
            "JUnit XML",
            JUnitReport::xml,
            "text",
            run -> RunText.of("run", run, ZoneOffset.UTC, TerminalStyle.PLAIN));

    @ParameterizedTest
    @ValueSource(strings = {"flow", "timeline", "table of tasks", "head of the page", "JUnit XML", "text"})
    void reportTimeIsLinearInTasks(String report) {
        RUNS.forEach((shape, runs) -> Growth.assertLinear(report + ", tasks " + shape, tasks -> {
            RunRecord run = runs.apply(tasks).runEnd(0, "over", key(0)).record();
            return () -> REPORTS.get(report).apply(run);
        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"one after another", "in a group", "in a loop", "all running"})
    void replayTimeIsLinearInTasks(String shape) {
        Growth.assertLinear("replay, tasks " + shape, tasks -> RUNS.get(shape).apply(tasks)::record);
    }

    private static RunParts parts(RunRecord run) {
        return new RunParts(run, ZoneOffset.UTC, true, "");
    }

    private static SampleRun successful(int tasks) {
        SampleRun run = new SampleRun();
        for (int i = 0; i < tasks; i++) {
            run.task(key(i), "host" + i, "check", 0, "fine\n", 300).move(key(i), i + 1, false, "successful");
        }
        return run;
    }

    private static SampleRun loop(int rounds) {
        SampleRun run = new SampleRun();
        for (int i = 0; i < rounds; i++) {
            run.task(repeated(0, i), "host", "check", 1, "not yet\n", 300).move(repeated(0, i), 0, true, "again");
        }
        return run;
    }

    private static SampleRun running(int tasks) {
        SampleRun run = new SampleRun();
        for (int i = 0; i < tasks; i++) {
            run.start(key(i), "host" + i, "check");
        }
        return run;
    }
}
