package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskKey;
import java.util.Optional;

/** Assigns events to executions of tasks. */
public final class TaskEvents {

    private TaskEvents() {}

    /** Returns the execution that an event changes; empty for other events. */
    public static Optional<TaskKey> execution(RunEvent event) {
        if (event instanceof RunEvent.TaskSkipped skipped) {
            return of(skipped.task());
        }
        if (event instanceof RunEvent.TaskStarted started) {
            return of(started.task());
        }
        if (event instanceof RunEvent.GroupStarted started) {
            return of(started.task());
        }
        if (event instanceof RunEvent.SuccessEvaluated evaluated) {
            return of(evaluated.task());
        }
        if (event instanceof RunEvent.TaskEnded ended) {
            return of(ended.task());
        }
        return event instanceof RunEvent.Returned returned ? of(returned.task()) : Optional.empty();
    }

    private static Optional<TaskKey> of(TaskKey attempt) {
        return Optional.of(attempt.firstAttempt());
    }

    /** Returns whether an event is the first one of its execution. */
    static boolean startsExecution(RunEvent event) {
        return event instanceof RunEvent.GroupStarted
                || (event instanceof RunEvent.TaskStarted started
                        && started.task().retry() == 0);
    }
}
