package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskKey;
import java.util.Optional;

/** Which events are about an execution of a task. */
public final class TaskEvents {

    private TaskEvents() {}

    /** The execution whose state an event changes. */
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

    /** Whether nothing happened to its execution before. */
    static boolean isFirst(RunEvent event) {
        return event instanceof RunEvent.GroupStarted
                || (event instanceof RunEvent.TaskStarted started
                        && started.task().retry() == 0);
    }
}
