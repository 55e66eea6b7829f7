package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.engine.TaskResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One execution of a task with all its attempts. Each repetition of a loop and each coming back is an execution of its own.
 *
 * @param key of the first attempt
 * @param start when the flow came to it
 * @param attempts commands that were started, retries included; none for a group, a skipped task, a task that only
 *     returns a code, and one whose group ran out of time before
 * @param group set for a parallel or conditional task
 * @param skipped set if its condition was false
 * @param result of the last attempt, or of the group; empty if its end is unknown, and for a skipped task
 * @param returned the code with which it ended the run
 */
public record TaskExecution(
        TaskKey key,
        Instant start,
        List<TaskAttempt> attempts,
        Optional<RunEvent.GroupStarted> group,
        Optional<RunEvent.TaskSkipped> skipped,
        Optional<TaskResult> result,
        Optional<Integer> returned) {

    public TaskState state() {
        if (skipped.isPresent()) {
            return TaskState.SKIPPED;
        }
        return result.map(ended -> switch (ended.status()) {
                    case SUCCESS -> TaskState.SUCCESS;
                    case FAILED -> TaskState.FAILED;
                    case TIMED_OUT -> TaskState.TIMED_OUT;
                    case SKIPPED -> TaskState.SKIPPED;
                })
                .orElse(TaskState.UNKNOWN);
    }

    /** What it left for variables: the result of a skipped task is that of rule 7.7. Empty if its end is unknown. */
    public Optional<TaskResult> storedResult() {
        return skipped.map(skip -> TaskResult.skipped(skip.time())).or(() -> result);
    }

    /** Whether this is the execution of a group; its sub-tasks are executions of their own. */
    public boolean isGroup() {
        return group.isPresent();
    }

    /** Further attempts after the first one. */
    public int retries() {
        return Math.max(0, attempts.size() - 1);
    }

    /** From the first start to the last end, waiting for retries included; zero if the end is unknown. */
    public Duration duration() {
        return result.map(ended -> Duration.between(start, ended.end())).orElse(Duration.ZERO);
    }

    /** The host of the last attempt after substitution; {@code parallel} or {@code conditional} for a group. */
    public String hostname() {
        return attempts.isEmpty()
                ? result.map(TaskResult::hostname).orElse("")
                : attempts.get(attempts.size() - 1).started().hostname();
    }

    /** The command line of the last attempt; empty if none was started. */
    public String commandLine() {
        return attempts.isEmpty()
                ? ""
                : attempts.get(attempts.size() - 1).started().commandLine();
    }

    /** The end of the last attempt; empty if there is none. */
    public Optional<RunEvent.TaskEnded> lastEnd() {
        return attempts.isEmpty()
                ? Optional.empty()
                : attempts.get(attempts.size() - 1).ended();
    }
}
