package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.CapturedOutput;
import io.jenkins.plugins.tasker.engine.GroupCounts;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.SettingSource;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.engine.TaskStatus;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.text.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Builds the events of sample runs: each call adds the events that the engine would emit, and advances the clock. */
public final class SampleRun {

    public static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final List<RunEvent> events = new ArrayList<>();
    private Instant now = START;

    public SampleRun() {
        this(false);
    }

    public SampleRun(boolean dryRun) {
        events.add(new RunEvent.RunStarted(
                START,
                "run-1",
                new TaskId(0),
                "deploy.txt",
                List.of(new SettingSource("execution type", "local", "option -t")),
                "ab".repeat(32),
                dryRun));
    }

    public static TaskKey key(long task) {
        return TaskKey.of(new TaskId(task));
    }

    public static TaskKey repeated(long task, int repetition) {
        return key(task).repetition(repetition);
    }

    public static TaskKey member(long parent, long task, int position, int retry) {
        return key(parent).member(new TaskId(task), position).retry(retry);
    }

    public SampleRun add(RunEvent event) {
        events.add(event);
        return this;
    }

    public SampleRun pause(long millis) {
        now = now.plusMillis(millis);
        return this;
    }

    public SampleRun start(TaskKey task, String host, String commandLine) {
        return add(new RunEvent.TaskStarted(now, "local", task, host, Duration.ofSeconds(30), commandLine));
    }

    /** Ends an attempt that started {@code millis} ago. */
    public SampleRun end(TaskKey task, int exitCode, String stdout, String stderr, long millis, boolean retried) {
        TaskStatus status =
                exitCode == 0 ? TaskStatus.SUCCESS : exitCode == 124 ? TaskStatus.TIMED_OUT : TaskStatus.FAILED;
        TaskResult result = new TaskResult(
                "host",
                status,
                stdout,
                exitCode,
                stderr,
                now.minusMillis(millis),
                Duration.ofMillis(millis),
                Optional.empty());
        return add(new RunEvent.TaskEnded(task, result, captured(stdout), captured(stderr), retried, Optional.empty()));
    }

    private static CapturedOutput captured(String text) {
        return new CapturedOutput(Optional.empty(), text.length(), "", "");
    }

    /** Adds a task from its start to its end. */
    public SampleRun task(TaskKey task, String host, String commandLine, int exitCode, String stdout, long millis) {
        return start(task, host, commandLine)
                .pause(millis)
                .end(task, exitCode, stdout, exitCode == 0 ? "" : "something failed\n", millis, false);
    }

    public SampleRun skip(TaskKey task, String condition) {
        return add(new RunEvent.TaskSkipped(now, task, condition));
    }

    public SampleRun group(TaskKey task, int maxParallel, long... members) {
        List<TaskId> ids = Arrays.stream(members).mapToObj(TaskId::new).toList();
        return add(new RunEvent.GroupStarted(now, task, Optional.empty(), ids, maxParallel, Optional.empty()));
    }

    public SampleRun groupEnd(TaskKey task, GroupCounts counts, long millis) {
        boolean success = counts.failed() == 0;
        TaskResult result = new TaskResult(
                "parallel",
                success ? TaskStatus.SUCCESS : TaskStatus.FAILED,
                "Parallel execution: " + counts.success() + "/" + counts.total() + " successful",
                success ? 0 : 1,
                success ? "" : "Failed tasks: [7]",
                now.minusMillis(millis),
                Duration.ofMillis(millis),
                Optional.of(counts));
        return add(new RunEvent.TaskEnded(
                task, result, CapturedOutput.NOTHING, CapturedOutput.NOTHING, false, Optional.empty()));
    }

    public SampleRun move(TaskKey from, long to, boolean jump, String reason) {
        return add(new RunEvent.Moved(from, new TaskId(to), jump, reason));
    }

    public SampleRun note(Level level, TaskKey task, String text) {
        return add(new RunEvent.Note(level, Optional.of(task), text));
    }

    public SampleRun runEnd(int exitCode, String reason, TaskKey last) {
        return add(new RunEvent.RunEnded(now, exitCode, reason, Optional.of(last), List.of()));
    }

    public List<RunEvent> events() {
        return List.copyOf(events);
    }

    public RunRecord record() {
        return RunRecord.of(events);
    }
}
