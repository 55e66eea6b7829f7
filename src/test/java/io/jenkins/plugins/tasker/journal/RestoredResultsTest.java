package io.jenkins.plugins.tasker.journal;

import static io.jenkins.plugins.tasker.journal.SampleRun.key;
import static io.jenkins.plugins.tasker.journal.SampleRun.member;
import static io.jenkins.plugins.tasker.journal.SampleRun.repeated;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.engine.GroupCounts;
import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.engine.TaskStatus;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.TaskKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RestoredResultsTest {

    private static final String SAME_FILE = "ab".repeat(32);

    @Test
    @DisplayName("15.9 only results of tasks below the start are restored")
    void resultsBelowTheStartAreRestored() {
        RestoredResults resume = resume(
                new SampleRun()
                        .task(key(0), "h", "x", 0, "zero", 5)
                        .task(key(3), "h", "x", 1, "three", 5)
                        .task(key(4), "h", "x", 1, "four", 5)
                        .runEnd(14, "stopped", key(4)),
                4);

        assertThat(resume.results()).containsOnlyKeys(new TaskId(0), new TaskId(3));
        assertThat(resume.results().get(new TaskId(3)).stdout()).isEqualTo("three");
        assertThat(resume.warnings()).isEmpty();
    }

    @Test
    @DisplayName("15.9 results of sub-tasks of a parent below the start are restored, whichever id they have")
    void subTasksFollowTheirParent() {
        RestoredResults resume = resume(
                new SampleRun()
                        .group(key(1), 2, 50)
                        .start(member(1, 50, 0, 0), "h", "x")
                        .end(member(1, 50, 0, 0), 0, "fifty", "", 5, false)
                        .groupEnd(key(1), new GroupCounts(1, 0, 0, 0), 5)
                        .task(key(51), "h", "x", 0, "", 5)
                        .runEnd(0, "end", key(51)),
                2);

        assertThat(resume.results()).containsOnlyKeys(new TaskId(1), new TaskId(50));
    }

    @Test
    @DisplayName("15.9 a skipped task is restored as skipped")
    void skippedTaskIsRestored() {
        RestoredResults resume = resume(new SampleRun().skip(key(0), "false").runEnd(0, "end", key(0)), 1);

        assertThat(resume.results().get(new TaskId(0)).status()).isEqualTo(TaskStatus.SKIPPED);
        assertThat(resume.results().get(new TaskId(0)).exitCode()).isEqualTo(TaskResult.SKIPPED_EXIT_CODE);
    }

    @Test
    @DisplayName("7.6 the last result of a task that ran several times is restored")
    void lastResultIsRestored() {
        RestoredResults resume = resume(
                new SampleRun()
                        .task(repeated(2, 0), "h", "x", 0, "first", 5)
                        .task(repeated(2, 1), "h", "x", 0, "second", 5)
                        .runEnd(0, "end", repeated(2, 1)),
                3);

        assertThat(resume.results().get(new TaskId(2)).stdout()).isEqualTo("second");
    }

    @Test
    @DisplayName("15.9 a task without recorded end has no result, even if it ran before, and is named")
    void unknownTaskIsNamedAndHasNoResult() {
        RestoredResults resume = resume(
                new SampleRun().task(repeated(2, 0), "h", "x", 0, "first", 5).start(repeated(2, 1), "web7", "x"), 3);

        assertThat(resume.results()).isEmpty();
        assertThat(resume.unknown()).extracting(task -> task.key().label()).containsExactly("Task 2.1");
        assertThat(resume.warnings())
                .containsExactly(
                        "the journal has no end: the run was cut off, or is still running",
                        "Task 2.1 on web7 was started, but its end is unknown: it has no result and does not run again");
    }

    @Test
    void unknownTaskThatMayRunAgainIsNamed() {
        RestoredResults resume = resume(new SampleRun().start(key(3), "web7", "x"), 3);

        assertThat(resume.warnings())
                .contains("Task 3 on web7 was started, but its end is unknown: it runs a second time if the flow"
                        + " reaches it again");
    }

    @Test
    @DisplayName("15.9 successful sub-tasks that run again with their group are named")
    void membersThatRunAgainAreNamed() {
        RestoredResults resume = resume(
                new SampleRun()
                        .task(key(0), "h", "x", 0, "", 5)
                        .group(key(1), 2, 50, 51)
                        .start(member(1, 50, 0, 0), "h", "x")
                        .end(member(1, 50, 0, 0), 0, "fifty", "", 5, false)
                        .start(member(1, 51, 0, 0), "h", "x")
                        .end(member(1, 51, 0, 0), 1, "", "", 5, false)
                        .groupEnd(key(1), new GroupCounts(1, 1, 0, 0), 5)
                        .runEnd(1, "end", key(1)),
                1);

        assertThat(resume.warnings())
                .containsExactly(
                        "these tasks succeeded and run a second time if the flow reaches them again: Task 1-50");
    }

    @Test
    @DisplayName("15.9 a result that holds a mask is restored with a warning")
    void maskedResultHasAWarning() {
        RestoredResults resume = resume(
                new SampleRun().task(key(0), "h", "x", 0, "token=****", 5).runEnd(0, "end", key(0)), 1);

        assertThat(resume.results()).containsOnlyKeys(new TaskId(0));
        assertThat(resume.warnings())
                .containsExactly("the result of task 0 contains a secret, which was recorded as ****; references to it"
                        + " insert the mask");
    }

    @Test
    @DisplayName("15.9 a changed task file has warnings with both checksums and the differences")
    void changedFileHasWarnings() {
        SampleRun run = new SampleRun()
                .add(new RunEvent.WorkflowPlanned(
                        List.of(planned(0, "web1", "deploy v1"), planned(1, "web1", "check"), planned(2, "db", "x"))))
                .task(key(0), "h", "x", 0, "", 5)
                .runEnd(0, "end", key(0));

        RestoredResults resume = RestoredResults.of(
                run.record(),
                new TaskId(1),
                "cd".repeat(32),
                List.of(planned(0, "web1", "deploy v2"), planned(1, "web1", "check"), planned(5, "db", "x")));

        assertThat(resume.warnings())
                .containsExactly(
                        "the task file has changed since that run: SHA-256 was " + SAME_FILE + " and is "
                                + "cd".repeat(32),
                        "task 0: command was 'deploy v1' and is 'deploy v2'",
                        "task 2 was removed",
                        "task 5 is new");
    }

    @Test
    void restoredResultsAreRestoredAgain() {
        TaskResult old = new SampleRun()
                .task(key(0), "h", "x", 0, "from the first run", 5)
                .record()
                .tasks()
                .get(0)
                .result()
                .orElseThrow();
        RestoredResults resume = resume(
                new SampleRun()
                        .add(new RunEvent.ResultRestored(new TaskId(0), old))
                        .task(key(1), "h", "x", 1, "", 5)
                        .runEnd(14, "stopped", key(1)),
                1);

        assertThat(resume.results()).containsEntry(new TaskId(0), old);
    }

    @Test
    void suggestedStartIsTheTaskAtWhichTheRunStopped() {
        RunRecord run = new SampleRun()
                .task(key(3), "h", "tolerated", 1, "", 5)
                .task(key(4), "h", "x", 14, "", 5)
                .runEnd(14, "stopped", key(4))
                .record();

        assertThat(RestoredResults.suggestedStart(run)).contains(new TaskId(4));
    }

    @Test
    void suggestedStartIsTheFirstFailureBeforeTheHandlers() {
        RunRecord run = new SampleRun()
                .task(key(4), "h", "x", 1, "", 5)
                .task(key(99), "h", "notify", 0, "", 5)
                .runEnd(1, "Task 99 returned 1", key(99))
                .record();

        assertThat(RestoredResults.suggestedStart(run)).contains(new TaskId(4));
    }

    @Test
    void suggestedStartIsTheGroupOfAnUnknownSubTask() {
        RunRecord run = new SampleRun()
                .add(new RunEvent.WorkflowPlanned(List.of(planned(0, "h", "tolerated"))))
                .task(key(0), "h", "tolerated", 1, "", 5)
                .move(key(0), 5, false, "failed with exit code 1")
                .group(key(5), 2, 6)
                .start(member(5, 6, 0, 0), "h", "x")
                .record();

        assertThat(RestoredResults.suggestedStart(run)).contains(new TaskId(5));
    }

    @Test
    @DisplayName(
            "15.9 no start is suggested if the journal was cut off before the plan, because restored results may be missing")
    void nothingIsSuggestedBeforeThePlan() {
        assertThat(RestoredResults.suggestedStart(new SampleRun().record())).isEmpty();
    }

    @Test
    void nothingIsSuggestedAfterSuccess() {
        assertThat(RestoredResults.suggestedStart(
                        new SampleRun().task(key(0), "h", "x", 0, "", 5).record()))
                .isEmpty();
    }

    private static RestoredResults resume(SampleRun run, long start) {
        return RestoredResults.of(run.record(), new TaskId(start), SAME_FILE, List.of());
    }

    private static PlannedTask planned(long id, String host, String command) {
        return new PlannedTask(
                new TaskId(id),
                host,
                TaskKind.NORMAL,
                command,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }
}
