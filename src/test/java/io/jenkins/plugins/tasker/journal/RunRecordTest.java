package io.jenkins.plugins.tasker.journal;

import static io.jenkins.plugins.tasker.journal.SampleRun.key;
import static io.jenkins.plugins.tasker.journal.SampleRun.member;
import static io.jenkins.plugins.tasker.journal.SampleRun.repeated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.tasker.engine.GroupCounts;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.text.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RunRecordTest {

    @Test
    void startWithoutEndIsUnknown() {
        RunRecord run = new SampleRun()
                .task(key(0), "web1", "true", 0, "", 5)
                .start(key(1), "web2", "deploy")
                .record();

        assertThat(run.tasks()).extracting(TaskExecution::state).containsExactly(TaskState.SUCCESS, TaskState.UNKNOWN);
        assertThat(run.unknown()).extracting(TaskExecution::commandLine).containsExactly("deploy");
        assertThat(run.ended()).isEmpty();
    }

    @Test
    void retriesAreAttemptsOfOneExecution() {
        TaskExecution task = new SampleRun()
                .start(member(5, 6, 0, 0), "web1", "x")
                .pause(100)
                .end(member(5, 6, 0, 0), 1, "", "", 100, true)
                .pause(1000)
                .start(member(5, 6, 0, 1), "web1", "x")
                .pause(50)
                .end(member(5, 6, 0, 1), 0, "done", "", 50, false)
                .record()
                .tasks()
                .get(0);

        assertThat(task.attempts()).hasSize(2);
        assertThat(task.retries()).isEqualTo(1);
        assertThat(task.state()).isEqualTo(TaskState.SUCCESS);
        assertThat(task.duration()).isEqualTo(Duration.ofMillis(1150));
    }

    @Test
    void retryThatDidNotEndIsUnknownAgain() {
        TaskExecution task = new SampleRun()
                .start(member(5, 6, 0, 0), "web1", "x")
                .end(member(5, 6, 0, 0), 1, "", "", 0, true)
                .start(member(5, 6, 0, 1), "web1", "x")
                .record()
                .tasks()
                .get(0);

        assertThat(task.state()).isEqualTo(TaskState.UNKNOWN);
    }

    @Test
    void repetitionsAreSeparateExecutions() {
        RunRecord run = new SampleRun()
                .task(repeated(2, 0), "h", "x", 1, "", 5)
                .task(repeated(2, 1), "h", "x", 0, "", 5)
                .record();

        assertThat(run.tasks())
                .extracting(task -> task.key().label(), TaskExecution::state)
                .containsExactly(tuple("Task 2", TaskState.FAILED), tuple("Task 2.1", TaskState.SUCCESS));
    }

    @Test
    @DisplayName("16.9 groups are not counted, their sub-tasks are; a retry is not a second execution")
    void totalsCountSubTasks() {
        RunTotals totals = new SampleRun()
                .task(key(0), "h", "x", 0, "", 5)
                .skip(key(1), "false")
                .group(key(5), 2, 6, 7)
                .start(member(5, 6, 0, 0), "h", "x")
                .end(member(5, 6, 0, 0), 1, "", "", 0, true)
                .start(member(5, 6, 0, 1), "h", "x")
                .end(member(5, 6, 0, 1), 0, "", "", 0, false)
                .start(member(5, 7, 1, 0), "h", "x")
                .end(member(5, 7, 1, 0), 124, "", "", 0, false)
                .groupEnd(key(5), new GroupCounts(1, 1, 1, 0), 10)
                .task(key(8), "h", "x", 3, "", 5)
                .start(key(9), "h", "x")
                .record()
                .totals();

        assertThat(totals)
                .isEqualTo(new RunTotals(
                        Map.of(
                                TaskState.SUCCESS, 2,
                                TaskState.FAILED, 1,
                                TaskState.TIMED_OUT, 1,
                                TaskState.SKIPPED, 1,
                                TaskState.UNKNOWN, 1),
                        1));
        assertThat(totals.executed()).isEqualTo(5);
    }

    @Test
    void onlyWarningsAndErrorsAreKept() {
        RunRecord run = new SampleRun()
                .note(Level.DEBUG, key(0), "a")
                .note(Level.INFO, key(0), "b")
                .note(Level.WARN, key(0), "c")
                .note(Level.ERROR, key(0), "d")
                .record();

        assertThat(run.notes().kept()).extracting(RunEvent.Note::text).containsExactly("c", "d");
    }

    @Test
    void stateIsAvailableDuringTheRun() {
        RunRecordBuilder builder = new RunRecordBuilder();
        List<RunEvent> events = new SampleRun().task(key(0), "h", "x", 0, "", 5).events();
        builder.event(events.get(0));
        builder.event(events.get(1));
        RunRecord before = builder.record();
        builder.event(events.get(2));

        assertThat(before.tasks()).extracting(TaskExecution::state).containsExactly(TaskState.UNKNOWN);
        assertThat(builder.record().tasks()).extracting(TaskExecution::state).containsExactly(TaskState.SUCCESS);
    }

    @Test
    void emptyRecordHasNothing() {
        RunRecord run = RunRecord.of(List.of());

        assertThat(run.started()).isEmpty();
        assertThat(run.lastInstant()).isEmpty();
        assertThat(run.wallTime()).isZero();
        assertThat(run.totals()).isEqualTo(new RunTotals(Map.of(), 0));
    }

    @Test
    void subTaskWhoseGroupTimedOutHasAnEndWithoutAttempt() {
        TaskKey queued = member(5, 7, 1, 0);
        TaskExecution task = new SampleRun()
                .end(queued, 124, "", "", 0, false)
                .record()
                .tasks()
                .get(0);

        assertThat(task.attempts()).isEmpty();
        assertThat(task.state()).isEqualTo(TaskState.TIMED_OUT);
        assertThat(task.commandLine()).isEmpty();
    }
}
