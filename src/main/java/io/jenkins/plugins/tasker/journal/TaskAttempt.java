package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.RunEvent;
import java.util.Optional;

/**
 * One command that was started for a task.
 *
 * @param started the command, its host and its start
 * @param ended empty if the command is still running or its end is unknown
 * @param successCondition the {@code success} condition and its value; empty if it was not evaluated
 */
public record TaskAttempt(
        RunEvent.TaskStarted started,
        Optional<RunEvent.TaskEnded> ended,
        Optional<RunEvent.SuccessEvaluated> successCondition) {}
