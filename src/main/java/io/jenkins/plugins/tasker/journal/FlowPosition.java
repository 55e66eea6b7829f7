package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.Optional;

/** Finds the task at which a run was interrupted. */
final class FlowPosition {

    private final RunRecord run;

    FlowPosition(RunRecord run) {
        this.run = run;
    }

    /**
     * Returns the task from which the run can be resumed: the next one of the flow, or the last one if it failed or has no
     * recorded end. Empty if no task follows, or the run was interrupted before its plan was recorded.
     */
    Optional<TaskId> next() {
        if (run.plan().isEmpty()) {
            // Restored results may be missing; the user resumes the earlier run instead.
            return Optional.empty();
        }
        Optional<TaskId> at = run.flow()
                .current()
                .map(RunEvent.Moved::to)
                .or(() -> run.started().map(RunEvent.RunStarted::start));
        return at.flatMap(id -> lastExecution(id).map(this::after).orElse(Optional.of(id)));
    }

    /** Returns the last execution of a task in its current visit; empty if it did not start. */
    private Optional<TaskExecution> lastExecution(TaskId id) {
        long visits = run.flow().arrivals(id)
                + run.started().filter(started -> started.start().equals(id)).stream()
                        .count();
        return run.tasks().stream()
                .filter(task -> task.key().task().equals(id)
                        && task.key().parent().isEmpty()
                        && task.key().visit() == visits - 1)
                .reduce((earlier, later) -> later);
    }

    private Optional<TaskId> after(TaskExecution task) {
        TaskId id = task.key().task();
        boolean repeats =
                run.flow().repetitions().getOrDefault(id, 0) > task.key().repetition();
        boolean done = task.state() == TaskState.SUCCESS || task.state() == TaskState.SKIPPED;
        if (repeats || !done) {
            return Optional.of(id);
        }
        Optional<PlannedTask> planned =
                run.plan().stream().filter(plan -> plan.id().equals(id)).findFirst();
        return planned.flatMap(
                plan -> task.state() == TaskState.SUCCESS && task.returned().isEmpty()
                        ? plan.onSuccess().or(plan::following)
                        : plan.following().filter(following -> task.returned().isEmpty()));
    }
}
