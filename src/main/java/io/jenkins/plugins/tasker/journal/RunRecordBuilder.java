package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.RunListener;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.text.Level;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds the state of a run from its events, live or from a journal. Its size depends on the task file and not on the length
 * of the run. {@link #record} may be called at any time and from any thread.
 */
public final class RunRecordBuilder implements RunListener {

    private final RetainedExecutions executions = new RetainedExecutions();
    private final FlowHistory.Builder flow = new FlowHistory.Builder();
    private final RecordedNotes.Builder notes = new RecordedNotes.Builder();
    private final Map<TaskId, TaskResult> restored = new LinkedHashMap<>();
    private final Map<TaskId, Map<String, TaskResult>> restoredOnHosts = new LinkedHashMap<>();
    private Optional<RunEvent.RunStarted> started = Optional.empty();
    private List<PlannedTask> plan = List.of();
    private Optional<RunEvent.RunEnded> ended = Optional.empty();
    private long events;

    @Override
    public synchronized void event(RunEvent event) {
        events++;
        if (event instanceof RunEvent.RunStarted start) {
            started = Optional.of(start);
        } else if (event instanceof RunEvent.WorkflowPlanned planned) {
            plan = planned.tasks();
        } else if (event instanceof RunEvent.Note note) {
            if (note.level().isShownAt(Level.WARN)) {
                notes.add(note);
            }
        } else if (event instanceof RunEvent.ResultRestored result) {
            if (result.host().isEmpty()) {
                restored.put(result.task(), result.result());
            } else {
                restoredOnHosts
                        .computeIfAbsent(result.task(), task -> new LinkedHashMap<>())
                        .put(result.host(), result.result());
            }
        } else if (event instanceof RunEvent.TaskSkipped skip) {
            task(skip.task(), skip.time()).skipped(skip, events);
        } else if (event instanceof RunEvent.TaskStarted start) {
            task(start.task(), start.time()).started(start, events);
        } else if (event instanceof RunEvent.GroupStarted start) {
            task(start.task(), start.time()).started(start, events);
        } else if (event instanceof RunEvent.SuccessEvaluated success) {
            executions.find(success.task()).ifPresent(task -> task.evaluated(success, events));
        } else if (event instanceof RunEvent.TaskEnded end) {
            task(end.task(), end.result().start()).ended(end, events);
        } else if (event instanceof RunEvent.LoopRepeated loop) {
            flow.repeated(loop);
        } else if (event instanceof RunEvent.Moved move) {
            flow.moved(move);
        } else if (event instanceof RunEvent.Returned code) {
            executions.find(code.task()).ifPresent(task -> task.returned(code.code(), events));
        } else if (event instanceof RunEvent.RunEnded end) {
            ended = Optional.of(end);
        }
    }

    private TaskExecutionBuilder task(TaskKey key, Instant start) {
        return executions.findOrAdd(key, start);
    }

    /** Returns the current state. */
    public RunRecord record() {
        return record(false);
    }

    /** @param intact as in {@link RunRecord} */
    synchronized RunRecord record(boolean intact) {
        return new RunRecord(
                started,
                plan,
                executions.tasks(),
                executions.earlier(),
                flow.history(),
                Map.copyOf(restored),
                Map.copyOf(restoredOnHosts),
                notes.notes(),
                events,
                ended,
                intact);
    }
}
