package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.text.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that happens in a run, in order. The state of a run is what its events say and nothing else; every view is
 * computed from them. Secrets are masked already (rule 16.4), except in {@link CommandEnded}, which is never kept.
 */
public sealed interface RunEvent {

    /**
     * The first event.
     *
     * @param runId unique among all runs
     * @param fileName base name of the task file
     * @param sha256 of the task file's bytes, in hexadecimal
     */
    record RunStarted(
            Instant time,
            String runId,
            String fileName,
            String sha256,
            List<SettingSource> settings,
            TaskId start,
            boolean dryRun)
            implements RunEvent {}

    /**
     * What the run may do: told once, after {@link RunStarted}, so that a record also knows what did not happen.
     *
     * @param tasks in the order of their ids
     */
    record WorkflowPlanned(List<PlannedTask> tasks) implements RunEvent {}

    /**
     * Something worth telling that changes nothing.
     *
     * @param task the attempt it is about, empty if it concerns the run
     */
    record Note(Level level, Optional<TaskKey> task, String text) implements RunEvent {}

    /** A result of an earlier run was restored (rule 15.9). */
    record ResultRestored(TaskId task, TaskResult result) implements RunEvent {}

    /** The task's condition was false (rule 9.8). */
    record TaskSkipped(Instant time, TaskKey task, String condition) implements RunEvent {}

    /** Told before the command is started, so that after a crash it is known that it may have run. */
    record TaskStarted(
            Instant time, TaskKey task, String executionType, String hostname, String commandLine, Duration timeLimit)
            implements RunEvent {}

    /** A group starts, or a branch; {@code branch} is empty for a parallel task. */
    record GroupStarted(
            Instant time,
            TaskKey task,
            Optional<Boolean> branch,
            List<TaskId> members,
            int maxParallel,
            Optional<Duration> timeLimit)
            implements RunEvent {}

    /** A command ended; its output as read, before anything was split (rule 9.2, step 6). For live views only. */
    record CommandEnded(TaskKey task, CommandResult result, Secrets secrets) implements RunEvent {}

    /** The {@code success} condition was evaluated. */
    record SuccessEvaluated(TaskKey task, String condition, boolean value) implements RunEvent {}

    /**
     * An attempt ended.
     *
     * @param retried whether another attempt follows, so that this is not the task's result
     * @param verdicts what the conditions that decide on the way said of this end; empty for sub-tasks, which have no way
     */
    record TaskEnded(
            TaskKey task,
            TaskResult result,
            Captured stdout,
            Captured stderr,
            boolean retried,
            Optional<RecordedDecisions> verdicts)
            implements RunEvent {

        /** The start of stdout as read; {@link TaskResult#stdout()} is the split one. */
        public String stdoutAsRead() {
            return stdout.unsplit().orElse(result.stdout());
        }

        /** The start of stderr as read; {@link TaskResult#stderr()} is the split one. */
        public String stderrAsRead() {
            return stderr.unsplit().orElse(result.stderr());
        }
    }

    /**
     * An output as read.
     *
     * @param unsplit at most its first {@link TaskResult#STORED_OUTPUT} characters; empty if the result holds them
     * @param length characters of the whole output
     */
    record Captured(Optional<String> unsplit, long length) {
        public static final Captured NOTHING = new Captured(Optional.empty(), 0);
    }

    /**
     * Something was waited for and the time is over: a sleep, the delay before a retry, the time limit of a group. What
     * happened before and after that moment cannot be told from the other events alone.
     *
     * @param task whose time it was; a group, if its time limit struck
     */
    record Waited(Instant time, TaskKey task) implements RunEvent {}

    /** The run is ended from outside (section 17); nothing starts any more. */
    record Interrupted(Instant time, Interrupt cause) implements RunEvent {}

    /** The flow repeats a task; {@code repetition} counts from 1. */
    record LoopRepeated(TaskId task, int repetition, long limit) implements RunEvent {}

    /** The flow goes on with another task. */
    record Moved(TaskKey from, TaskId to, boolean jump, String reason) implements RunEvent {}

    /** A task ends the run with a code (rule 16.2, {@code Returning with exit code}). */
    record Returned(TaskKey task, int code) implements RunEvent {}

    /**
     * The last event.
     *
     * @param reason in words, without a full stop
     * @param lastTask the last executed task; the parent of a group counts (rule 16.7)
     */
    record RunEnded(Instant time, int exitCode, String reason, Optional<TaskKey> lastTask) implements RunEvent {}
}
