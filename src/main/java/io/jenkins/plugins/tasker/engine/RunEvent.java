package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.text.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing that happened in a run. The events of a run, in order, determine its state; every view is computed from them.
 * Secrets are masked (rule 16.4), except in {@link CommandEnded}, which is never stored.
 *
 * <p>Names of events and of their components are the names in the journal.
 */
public sealed interface RunEvent {

    /** Returns the time that this event records; empty for an event without a time. */
    default Optional<Instant> recordedTime() {
        return Optional.empty();
    }

    /**
     * Returns the values that identify the step of the run. A replay compares them with the recorded ones. Texts for people
     * are left out, because a newer Tasker may word them differently.
     */
    default List<Object> essence() {
        return List.of();
    }

    /** An event that records when it happened. */
    sealed interface Timed extends RunEvent {

        Instant time();

        @Override
        default Optional<Instant> recordedTime() {
            return Optional.of(time());
        }
    }

    /**
     * The first event. The session emits it, so a replay never compares it.
     * @param runId unique among all runs
     * @param fileName base name of the task file
     * @param sha256 of the task file's bytes, in hexadecimal
     * @param start the task with which the run starts
     */
    record RunStarted(
            Instant time,
            String runId,
            TaskId start,
            String fileName,
            List<SettingSource> settings,
            String sha256,
            boolean dryRun)
            implements Timed {

        @Override
        public List<Object> essence() {
            return List.of(start);
        }
    }

    /**
     * The tasks of the file. Emitted once, after {@link RunStarted}, so that the journal also names the tasks that never run.
     *
     * @param tasks in the order of their ids
     */
    record WorkflowPlanned(List<PlannedTask> tasks) implements RunEvent {}

    /** Hosts on which no fan-out task starts, because host validation failed there (rule 14.7). Emitted before the plan. */
    record HostsAvoided(List<Host> hosts) implements RunEvent {

        /** @param reason why host validation failed */
        public record Host(String name, String reason) {}
    }

    /**
     * A message for people; it changes no state, and a replay never compares it.
     *
     * @param task the attempt that it concerns; empty if it concerns the run
     */
    record Note(Level level, Optional<TaskKey> task, String text) implements RunEvent {}

    /**
     * A result of an earlier run was restored (rule 15.9).
     *
     * @param host the host on which a fan-out task had it; empty for the result of a task
     */
    record ResultRestored(TaskId task, TaskResult result, String host) implements RunEvent {

        /** Creates the event for the result of a task. */
        public ResultRestored(TaskId task, TaskResult result) {
            this(task, result, "");
        }

        @Override
        public List<Object> essence() {
            return List.of(task, result.status(), host);
        }
    }

    /** The condition of the task was false (rule 9.8). */
    record TaskSkipped(Instant time, TaskKey task, String condition) implements Timed {

        @Override
        public List<Object> essence() {
            return List.of(task);
        }
    }

    /** An attempt starts. Emitted before the command starts, so that the journal names every command that may have run. */
    record TaskStarted(
            Instant time, String executionType, TaskKey task, String hostname, Duration timeLimit, String commandLine)
            implements Timed {

        @Override
        public List<Object> essence() {
            return List.of(task);
        }
    }

    /**
     * A group starts.
     *
     * @param branch the value of the condition of a conditional task; empty for a parallel task
     * @param members sub-tasks in list order; none for a fan-out task
     * @param hosts of a fan-out task, in list order
     * @param idle hosts or ids of members that do not run: left out by a limit, or with a restored result
     */
    record GroupStarted(
            Instant time,
            TaskKey task,
            Optional<Boolean> branch,
            List<TaskId> members,
            int maxParallel,
            Optional<Duration> timeLimit,
            List<String> hosts,
            List<String> idle)
            implements Timed {

        /** Creates the start of a group of tasks. */
        public GroupStarted(
                Instant time,
                TaskKey task,
                Optional<Boolean> branch,
                List<TaskId> members,
                int maxParallel,
                Optional<Duration> timeLimit) {
            this(time, task, branch, members, maxParallel, timeLimit, List.of(), List.of());
        }

        /** Returns the number of members. */
        public int size() {
            return members.size() + hosts.size();
        }

        @Override
        public List<Object> essence() {
            return List.of(task, branch, members, maxParallel, hosts, idle);
        }
    }

    /**
     * A wave of a group starts (rule 19.9).
     *
     * @param number counted from 1
     * @param first the position of its first member in the list of the group, counted from 0
     */
    record WaveStarted(Instant time, TaskKey task, int number, int first, int members) implements Timed {

        @Override
        public List<Object> essence() {
            return List.of(task, number, first, members);
        }
    }

    /** A command ended, with its output as read (step 6 of rule 9.2), and perhaps streamed. Never stored, never replayed. */
    record CommandEnded(TaskKey task, CommandResult result, Secrets secrets, boolean streamed) implements RunEvent {

        @Override
        public List<Object> essence() {
            return List.of(task);
        }
    }

    /** The {@code success} condition was evaluated. */
    record SuccessEvaluated(TaskKey task, String condition, boolean value) implements RunEvent {

        @Override
        public List<Object> essence() {
            return List.of(task, value);
        }
    }

    /**
     * An attempt ended.
     *
     * @param retried whether another attempt follows; if so, this is not the result of the task
     * @param verdicts the values of the conditions that choose the route; empty for members, which have no route
     */
    record TaskEnded(
            TaskKey task,
            TaskResult result,
            CapturedOutput stdout,
            CapturedOutput stderr,
            boolean retried,
            Optional<RecordedDecisions> verdicts)
            implements RunEvent {

        @Override
        public Optional<Instant> recordedTime() {
            return Optional.of(result.start());
        }

        @Override
        public List<Object> essence() {
            return List.of(task, result.status(), result.exitCode(), retried);
        }

        /** Returns the recorded parts of stdout as read, for people (rule 16.13). */
        public String stdoutShown() {
            return stdout.shown(result.stdout());
        }

        /** Returns the recorded parts of stderr as read, for people (rule 16.13). */
        public String stderrShown() {
            return stderr.shown(result.stderr());
        }
    }

    /**
     * A timer expired: a sleep, a retry delay, the pause before a wave, or the time limit of a group. Other events do not show it.
     *
     * @param task the owner of the timer; the group if its time limit expired
     */
    record Waited(Instant time, TaskKey task) implements Timed {

        @Override
        public List<Object> essence() {
            return List.of(task);
        }
    }

    /** The run was interrupted (section 17); no further command starts. */
    record Interrupted(Instant time, Interrupt cause) implements Timed {

        @Override
        public List<Object> essence() {
            return List.of(cause);
        }
    }

    /** A loop repeats its task; {@code repetition} counts from 1. */
    record LoopRepeated(TaskId task, int repetition, long limit) implements RunEvent {

        @Override
        public List<Object> essence() {
            return List.of(task, repetition);
        }
    }

    /** The flow moves to another task: a jump, or the following task. */
    record Moved(TaskKey from, TaskId to, boolean jump, String reason) implements RunEvent {

        @Override
        public List<Object> essence() {
            return List.of(from, to, jump);
        }
    }

    /** A task ends the run with a code (rule 16.2, {@code Returning with exit code}). */
    record Returned(TaskKey task, int code) implements RunEvent {

        @Override
        public List<Object> essence() {
            return List.of(task, code);
        }
    }

    /**
     * The last event.
     *
     * @param reason in words, without a full stop
     * @param lastTask the task that was executed last; for a group, its parent (rule 16.7)
     * @param unhandledFailures the tasks that failed although no field of the file uses their failure (rule 18.2); empty if
     *     the exit code is not 0
     */
    record RunEnded(
            Instant time, int exitCode, String reason, Optional<TaskKey> lastTask, List<TaskId> unhandledFailures)
            implements Timed {

        @Override
        public List<Object> essence() {
            return List.of(exitCode);
        }
    }
}
