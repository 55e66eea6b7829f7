package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.RunEvent;
import java.util.Optional;

/**
 * One command that was started for a task.
 *
 * @param started what was run where and when
 * @param ended empty if it still runs or its end is unknown
 * @param successCondition the {@code success} condition and its value, if the task has one and it was evaluated
 */
public record TaskAttempt(
        RunEvent.TaskStarted started,
        Optional<RunEvent.TaskEnded> ended,
        Optional<RunEvent.SuccessEvaluated> successCondition) {}
