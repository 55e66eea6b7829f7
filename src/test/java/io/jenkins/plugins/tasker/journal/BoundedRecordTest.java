package io.jenkins.plugins.tasker.journal;

import static io.jenkins.plugins.tasker.journal.SampleRun.key;
import static io.jenkins.plugins.tasker.journal.SampleRun.member;
import static io.jenkins.plugins.tasker.journal.SampleRun.repeated;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.tasker.engine.GroupCounts;
import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.TaskKind;
import io.jenkins.plugins.tasker.text.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The record of a long run: complete counts, the last executions, and no growth. */
class BoundedRecordTest {

    private static SampleRun repetitions(int count) {
        SampleRun run = new SampleRun();
        for (int i = 0; i < count; i++) {
            run.task(repeated(0, i), "web1", "poll", i % 10 == 0 ? 1 : 0, "", i == 7 ? 90_000 : 5);
            run.add(new RunEvent.LoopRepeated(new TaskId(0), i + 1, 1_000_000));
        }
        return run;
    }

    @Test
    @DisplayName("16.14 Every repetition is counted, and the last hundred are kept")
    void countsEveryRepetition() {
        RunRecord run = repetitions(5000).record();

        assertThat(run.tasks()).hasSize(RetainedExecutions.MOST_OF_ENTRY);
        assertThat(run.tasks().get(0).key()).isEqualTo(repeated(0, 4900));
        assertThat(run.totals().executions()).isEqualTo(Map.of(TaskState.SUCCESS, 4500, TaskState.FAILED, 500));
        assertThat(run.earlier().count()).isEqualTo(4900);
        assertThat(run.slowest(1)).extracting(TaskExecution::key).containsExactly(repeated(0, 7));
        assertThat(run.wallTime()).hasSeconds(90 + 4999 * 5 / 1000);
    }

    @Test
    @DisplayName(
            "16.14 A flow that jumps back for ever keeps the last execution of each task and a thousand earlier ones")
    void limitsEarlierExecutionsOfAllTasksTogether() {
        SampleRun run = new SampleRun();
        for (int visit = 0; visit < 60; visit++) {
            for (int task = 0; task < 300; task++) {
                run.task(key(task).visit(visit), "web1", "step", 0, "", 1);
                run.move(key(task).visit(visit), task == 299 ? 0 : task + 1, task == 299, "successful");
            }
        }
        RunRecord record = run.record();

        assertThat(record.tasks()).hasSize(300 + RetainedExecutions.MOST_EARLIER);
        assertThat(record.tasks().get(1299).key()).isEqualTo(key(299).visit(59));
        assertThat(record.notStarted()).isEmpty();
        assertThat(record.totals().successful()).isEqualTo(60 * 300);
        assertThat(record.flow().steps()).isEqualTo(60 * 300);
        assertThat(record.flow().routes()).hasSize(300);
    }

    @Test
    @DisplayName("16.14 Repeated groups keep their members with their own counts")
    void countsMembersOfRepeatedGroups() {
        SampleRun run = new SampleRun();
        for (int i = 0; i < 300; i++) {
            run.group(repeated(1, i), 2, 2, 3);
            run.task(repeated(1, i).member(new TaskId(2), 0), "web1", "a", 0, "", 1);
            run.task(repeated(1, i).member(new TaskId(3), 1), "web2", "b", 1, "", 1);
            run.groupEnd(repeated(1, i), new GroupCounts(1, 1, 0, 0), 1);
        }
        RunRecord record = run.record();

        assertThat(record.totals().executions()).isEqualTo(Map.of(TaskState.SUCCESS, 300, TaskState.FAILED, 300));
        assertThat(record.earlier().of(key(1)).all()).isEqualTo(200);
        assertThat(record.earlier().of(member(1, 3, 1, 0)).failed()).isEqualTo(200);
        assertThat(record.problems()).hasSize(1);
    }

    @Test
    @DisplayName("16.14 An execution without a recorded end is kept")
    void keepsUnknownEnds() {
        SampleRun run = new SampleRun().start(repeated(0, 0), "web1", "lost");
        for (int i = 1; i < 500; i++) {
            run.task(repeated(0, i), "web1", "poll", 0, "", 5);
        }

        assertThat(run.record().unknownCommands())
                .extracting(TaskExecution::key)
                .containsExactly(repeated(0, 0));
    }

    @Test
    @DisplayName("16.14 A task that is retried often keeps its first and last attempts, and the number of all")
    void limitsAttempts() {
        SampleRun run = new SampleRun();
        for (int i = 0; i <= 1000; i++) {
            run.start(key(0).retry(i), "web1", "try").end(key(0).retry(i), 1, "", "", 5, i < 1000);
        }
        TaskExecution task = run.record().tasks().get(0);

        assertThat(task.attempts()).hasSize(TaskExecution.MOST_ATTEMPTS);
        assertThat(task.attempts().get(0).started().task().retry()).isZero();
        assertThat(task.retries()).isEqualTo(1000);
        assertThat(run.record().totals().retried()).isEqualTo(1000);
    }

    @Test
    @DisplayName("16.14 The first and the last warnings are kept, with the number of the others")
    void limitsWarnings() {
        SampleRun run = new SampleRun();
        for (int i = 0; i < 1000; i++) {
            run.note(Level.WARN, key(0), "warning " + i);
        }
        RecordedNotes notes = run.record().notes();

        assertThat(notes.count()).isEqualTo(1000);
        assertThat(notes.kept())
                .extracting(RunEvent.Note::text)
                .startsWith("warning 0")
                .endsWith("warning 999");
        assertThat(notes.kept()).hasSize(2 * RecordedNotes.MOST);
    }

    @Test
    @DisplayName("16.14 An interrupted long loop is resumed at its task")
    void findsThePositionOfALongLoop() {
        RunRecord loop = withPlan(repetitions(5000));
        RunRecord over = withPlan(repetitions(5000).task(repeated(0, 5000), "web1", "poll", 0, "", 5));

        assertThat(RestoredResults.suggestedStart(loop)).contains(new TaskId(0));
        assertThat(RestoredResults.suggestedStart(over)).contains(new TaskId(1));
    }

    private static RunRecord withPlan(SampleRun run) {
        return run.add(new RunEvent.WorkflowPlanned(
                        List.of(planned(0, Optional.of(new TaskId(1))), planned(1, Optional.empty()))))
                .record();
    }

    private static PlannedTask planned(long id, Optional<TaskId> following) {
        return new PlannedTask(
                new TaskId(id),
                "h",
                TaskKind.NORMAL,
                "poll",
                following,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }
}
