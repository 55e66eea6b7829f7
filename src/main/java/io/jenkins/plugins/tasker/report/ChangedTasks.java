package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.journal.TaskRun;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The executions whose state some events changed. */
final class ChangedTasks {

    private final Set<TaskKey> keys = new HashSet<>();

    private ChangedTasks() {}

    static Predicate<TaskRun> of(List<RunEvent> events) {
        ChangedTasks changed = new ChangedTasks();
        events.forEach(changed::add);
        return task -> changed.keys.contains(task.key());
    }

    private void add(RunEvent event) {
        if (event instanceof RunEvent.TaskSkipped skipped) {
            add(skipped.task());
        } else if (event instanceof RunEvent.TaskStarted started) {
            add(started.task());
        } else if (event instanceof RunEvent.GroupStarted started) {
            add(started.task());
        } else if (event instanceof RunEvent.SuccessEvaluated evaluated) {
            add(evaluated.task());
        } else if (event instanceof RunEvent.TaskEnded ended) {
            add(ended.task());
        } else if (event instanceof RunEvent.Returned returned) {
            add(returned.task());
        }
    }

    private void add(TaskKey attempt) {
        keys.add(attempt.firstAttempt());
    }
}
