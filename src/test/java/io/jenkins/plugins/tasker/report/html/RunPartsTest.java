package io.jenkins.plugins.tasker.report.html;

import static io.jenkins.plugins.tasker.journal.SampleRun.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.Secrets;
import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.SampleRun;
import io.jenkins.plugins.tasker.report.SampleRuns;
import io.jenkins.plugins.tasker.report.TaskOutput;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.taskfile.TaskFileParser;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import io.jenkins.plugins.tasker.text.Level;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RunPartsTest {

    @Test
    void overviewNamesExecutionTypesAndHosts() {
        assertThat(parts(SampleRuns.deployment(), false).getOverview())
                .contains("Run ended with exit code 1 after 14 s")
                .contains("<dt>Execution types</dt><dd>local</dd>")
                .contains("<dt>Hosts</dt><dd>app1.example.com, lb1.example.com, app2.example.com</dd>");
    }

    @Test
    void manyHostsAreCounted() {
        assertThat(parts(SampleRuns.fleet(100), false).getOverview()).contains("web-00005.example.com and 94 more");
    }

    @Test
    void taskWithoutEndIsRunningInALiveRunAndAProblemAfterwards() {
        SampleRun run = new SampleRun().start(key(3), "web1", "deploy");

        assertThat(parts(run, true).getTasks()).contains("class=\"s running\">running");
        assertThat(parts(run, true).getProblems()).isEmpty();
        assertThat(parts(run, true).getOverview()).contains("Run in progress: Task 3 on web1.");
        assertThat(parts(run, false).getTasks()).contains("class=\"s unknown\">end unknown");
        assertThat(parts(run, false).getProblems()).contains("Needs attention");
    }

    @Test
    void outputOfSeveralLinesIsALink() {
        SampleRun run = new SampleRun().task(key(0), "web1", "deploy", 0, "line 1\nline 2\n", 5);

        assertThat(parts(run, false).getTasks())
                .contains("data-output=\"output?task=0.0.0.0\"><summary>line 1</summary>")
                .contains("href=\"output?task=0.0.0.0\"")
                .doesNotContain("line 2");
    }

    @Test
    void changesContainOnlyChangedRows() {
        SampleRun run = new SampleRun()
                .task(key(0), "web1", "check", 0, "", 5)
                .move(key(0), 1, false, "successful")
                .start(key(1), "web1", "deploy");
        int known = run.events().size();
        run.end(key(1), 0, "", "", 5, false);

        String changes = parts(run, true).changes(known);

        assertThat(changes)
                .contains("id=\"task-1.0.0.0\"", "data-part=\"overview\"", "data-part=\"timeline\"")
                .doesNotContain("id=\"task-0.0.0.0\"");
    }

    @Test
    @DisplayName("each update contains counters and pictures of the same state")
    void changesAgree() {
        SampleRun run = new SampleRun().task(key(0), "web1", "check", 0, "", 5);

        assertThat(parts(run, true).changes(run.events().size()))
                .contains("<b>1</b> executed", "data-part=\"flow\"", "tk-flow");
    }

    @Test
    @DisplayName("SHA-256 and id of the run are among the settings")
    void settings() {
        String overview =
                parts(new SampleRun().start(key(3), "web1", "deploy"), true).getOverview();

        assertThat(overview.substring(0, overview.indexOf("<details"))).doesNotContain("run-1", "abab");
        assertThat(overview.substring(overview.indexOf("<details"))).contains("run-1", "ab".repeat(32));
    }

    @Test
    @DisplayName("a restored task is counted as restored, and members follow their group in the list of other tasks")
    void restoredTasks() throws Exception {
        Workflow workflow = Workflow.of(
                TaskFileParser.parse("task=0\nhostname=h\ncommand=c\ntask=6\ntype=parallel\ntasks=8\n"
                        + "task=7\nhostname=h\ncommand=c\ntask=8\nhostname=h\ncommand=c\n"),
                Map.of());
        SampleRun run = new SampleRun()
                .add(new RunEvent.WorkflowPlanned(PlannedTask.of(workflow, RunMode.REAL_RUN, Secrets.NONE)))
                .add(new RunEvent.ResultRestored(key(0).task(), TaskResult.skipped(SampleRun.START)))
                .runEnd(0, "done", key(7));

        assertThat(parts(run, false).getOverview()).contains("<b>1</b> restored", "<b>3</b> not started");
        assertThat(parts(run, false).getTasks()).containsSubsequence(">6</th>", ">8</th>", ">7</th>");
    }

    @Test
    void tasksWithoutEndChangeWhenTheRunEnds() {
        SampleRun run = new SampleRun().start(key(0), "web1", "check");

        assertThat(parts(run, false).changes(run.events().size())).contains("id=\"task-0.0.0.0\"", "end unknown");
    }

    @Test
    void textsOfARunAreEscaped() {
        String evil = "<script>alert(1)</script>\"'&\u001B[31m<img src=x onerror=alert(1)>";
        SampleRun run = new SampleRun()
                .note(Level.WARN, key(0), evil)
                .task(key(0), evil, evil, 1, evil + "\n" + evil, 5)
                .skip(key(1), evil)
                .runEnd(1, evil, key(0));
        RunParts parts = parts(run, false);

        assertThat(parts.getOverview() + parts.getProblems() + parts.getTimeline() + parts.getFlow() + parts.getTasks())
                .doesNotContain("<script", "<img", "\u001B")
                .contains("&lt;script&gt;alert(1)");
    }

    @Test
    void partsOfAThousandTasksAreSmall() {
        SampleRun run = SampleRuns.sequence(1000);
        List<RunEvent> goesOn = run.events().subList(0, run.events().size() - 1);

        assertThat(parts(run, false).getTasks().length()).isLessThan(500_000);
        assertThat(new RunParts(RunRecord.of(goesOn), ZoneOffset.UTC, true, "executions")
                        .changes(goesOn.size())
                        .length())
                .isLessThan(40_000);
    }

    @Test
    void outputIsPlainTextWithEscapedControlCharacters() {
        RunRecord run = new SampleRun()
                .task(key(0), "web1", "deploy", 0, "a\tb\n\u001B[31mred\u0000\n", 5)
                .record();

        assertThat(TaskOutput.find(run, "0.0.0.0").map(TaskOutput::of)).contains("# stdout\na\tb\n\\x1B[31mred\\x00\n");
        assertThat(TaskOutput.find(run, "1.0.0.0").map(TaskOutput::of)).isEmpty();
        assertThat(TaskOutput.find(run, "../../secret").map(TaskOutput::of)).isEmpty();
    }

    @Test
    void outputHasAHeadingForEachAttempt() {
        assertThat(TaskOutput.find(SampleRuns.deployment().record(), "5-6.0.0.0")
                        .map(TaskOutput::of))
                .contains(
                        "# Task 5-6: exit code 1\n# stderr\nport in use\n# Task 5-6.1: successful\n# stdout\ndeployed\n");
    }

    private static RunParts parts(SampleRun run, boolean live) {
        return new RunParts(run.record(), ZoneOffset.UTC, live, "executions");
    }
}
