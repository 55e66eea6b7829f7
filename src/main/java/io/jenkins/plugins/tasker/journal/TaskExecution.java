package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.engine.TaskResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One execution of a task, with all its attempts. Each repetition of a loop, and each visit of the flow, is a new execution.
 *
 * @param key of the first attempt
 * @param start the start of the first attempt
 * @param attempts started commands, including retries, at most {@value #MOST_ATTEMPTS}; none for a group, a skipped task, a return task, and a member whose
 *     group timed out before
 * @param group set for a parallel or conditional task
 * @param skipped set if the condition was false
 * @param result of the last attempt, or of the group; empty if its end is unknown, and for a skipped task
 * @param returned the code with which the task ended the run
 * @param satisfied whether the {@code next} condition of the task was true
 * @param changed the number of the event that changed this execution last, counted from 1
 */
public record TaskExecution(
        TaskKey key,
        Instant start,
        List<TaskAttempt> attempts,
        Optional<RunEvent.GroupStarted> group,
        Optional<RunEvent.TaskSkipped> skipped,
        Optional<TaskResult> result,
        Optional<Integer> returned,
        boolean satisfied,
        long changed) {

    /** How many attempts are kept: the first one and the last ones. */
    static final int MOST_ATTEMPTS = 20;

    public TaskState state() {
        if (skipped.isPresent()) {
            return TaskState.SKIPPED;
        }
        return result.map(ended -> switch (ended.status()) {
                    case SUCCESS -> TaskState.SUCCESS;
                    case FAILED -> TaskState.FAILED;
                    case TIMED_OUT -> TaskState.TIMED_OUT;
                    case SKIPPED -> TaskState.SKIPPED;
                    case NOT_STARTED -> TaskState.FAILED;
                })
                .orElse(TaskState.UNKNOWN);
    }

    /** Returns the source of the task's variables, also for a skipped task (rule 7.7); empty if the end is unknown. */
    public Optional<TaskResult> storedResult() {
        return skipped.map(skip -> TaskResult.skipped(skip.time())).or(() -> result);
    }

    /** Returns whether this is the execution of a group; each member has a separate execution. */
    public boolean isGroup() {
        return group.isPresent();
    }

    /** Returns the number of attempts after the first one. */
    public int retries() {
        return attempts.isEmpty()
                ? 0
                : attempts.get(attempts.size() - 1).started().task().retry();
    }

    /** Returns the time from the first start to the last end, including retry delays; zero if the end is unknown. */
    public Duration duration() {
        return result.map(ended -> Duration.between(start, ended.end())).orElse(Duration.ZERO);
    }

    /** Returns the host of the last attempt after substitution; {@code parallel} or {@code conditional} for a group. */
    public String hostname() {
        return attempts.isEmpty()
                ? result.map(TaskResult::hostname).orElse(key.host())
                : attempts.get(attempts.size() - 1).started().hostname();
    }

    /** Returns the command line of the last attempt; empty without attempts. */
    public String commandLine() {
        return attempts.isEmpty()
                ? ""
                : attempts.get(attempts.size() - 1).started().commandLine();
    }

    /** Returns the end of the last attempt; empty if it is unknown, and without attempts. */
    public Optional<RunEvent.TaskEnded> lastEnd() {
        return attempts.isEmpty()
                ? Optional.empty()
                : attempts.get(attempts.size() - 1).ended();
    }
}
