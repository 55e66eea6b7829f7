package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.List;
import java.util.Optional;

/** How far the flow of a run had come when its record ends without an end of the run. */
final class FlowPosition {

    private final RunRecord run;

    FlowPosition(RunRecord run) {
        this.run = run;
    }

    /** The task that would have been next; one that failed, or whose end is unknown, comes again. Empty if none is left or nothing is known. */
    Optional<TaskId> next() {
        if (run.plan().isEmpty()) {
            // Cut off before the run began: what it was to restore may be missing. Whoever goes on takes the record
            // before.
            return Optional.empty();
        }
        List<RunEvent.Moved> moves = run.moves();
        Optional<TaskId> at = moves.isEmpty()
                ? run.started().map(RunEvent.RunStarted::start)
                : Optional.of(moves.get(moves.size() - 1).to());
        return at.flatMap(id -> lastExecution(id).map(this::after).orElse(Optional.of(id)));
    }

    /** The task's execution in this visit of the flow; empty if it was not reached. */
    private Optional<TaskExecution> lastExecution(TaskId id) {
        long came = run.moves().stream().filter(move -> move.to().equals(id)).count()
                + run.started().filter(started -> started.start().equals(id)).stream()
                        .count();
        return run.tasks().stream()
                .filter(task -> task.key().task().equals(id)
                        && task.key().parent().isEmpty()
                        && task.key().visit() == came - 1)
                .reduce((earlier, later) -> later);
    }

    private Optional<TaskId> after(TaskExecution task) {
        TaskId id = task.key().task();
        boolean repeats = run.loops().stream()
                .anyMatch(loop ->
                        loop.task().equals(id) && loop.repetition() > task.key().repetition());
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
