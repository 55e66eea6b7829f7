package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.RunListener;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.text.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds the state of a run from its events, live or from a journal. {@link #record} may be called at any time and from any
 * thread.
 */
public final class RunRecordBuilder implements RunListener {

    private final Map<TaskKey, TaskExecutionBuilder> tasks = new LinkedHashMap<>();
    private final List<RunEvent.Moved> moves = new ArrayList<>();
    private final List<RunEvent.LoopRepeated> loops = new ArrayList<>();
    private final Map<TaskId, TaskResult> restored = new LinkedHashMap<>();
    private final List<RunEvent.Note> notes = new ArrayList<>();
    private Optional<RunEvent.RunStarted> started = Optional.empty();
    private List<PlannedTask> plan = List.of();
    private Optional<RunEvent.RunEnded> ended = Optional.empty();

    @Override
    public synchronized void event(RunEvent event) {
        if (event instanceof RunEvent.RunStarted start) {
            started = Optional.of(start);
        } else if (event instanceof RunEvent.WorkflowPlanned planned) {
            plan = planned.tasks();
        } else if (event instanceof RunEvent.Note note) {
            if (note.level().isShownAt(Level.WARN)) {
                notes.add(note);
            }
        } else if (event instanceof RunEvent.ResultRestored result) {
            restored.put(result.task(), result.result());
        } else if (event instanceof RunEvent.TaskSkipped skip) {
            task(skip.task(), skip.time()).skipped(skip);
        } else if (event instanceof RunEvent.TaskStarted start) {
            task(start.task(), start.time()).started(start);
        } else if (event instanceof RunEvent.GroupStarted start) {
            task(start.task(), start.time()).started(start);
        } else if (event instanceof RunEvent.SuccessEvaluated success) {
            known(success.task()).ifPresent(task -> task.evaluated(success));
        } else if (event instanceof RunEvent.TaskEnded end) {
            task(end.task(), end.result().start()).ended(end);
        } else if (event instanceof RunEvent.LoopRepeated loop) {
            loops.add(loop);
        } else if (event instanceof RunEvent.Moved move) {
            moves.add(move);
        } else if (event instanceof RunEvent.Returned code) {
            known(code.task()).ifPresent(task -> task.returned(code.code()));
        } else if (event instanceof RunEvent.RunEnded end) {
            ended = Optional.of(end);
        }
    }

    private Optional<TaskExecutionBuilder> known(TaskKey key) {
        return Optional.ofNullable(tasks.get(key.firstAttempt()));
    }

    private TaskExecutionBuilder task(TaskKey key, Instant start) {
        return tasks.computeIfAbsent(key.firstAttempt(), first -> new TaskExecutionBuilder(first, start));
    }

    /** Returns the current state. */
    public synchronized RunRecord record() {
        return new RunRecord(
                started,
                plan,
                tasks.values().stream().map(TaskExecutionBuilder::task).toList(),
                List.copyOf(moves),
                List.copyOf(loops),
                Map.copyOf(restored),
                List.copyOf(notes),
                ended);
    }
}
