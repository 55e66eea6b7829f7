package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.RecordedDecisions;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.engine.TaskResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Builds one execution of a task from its events. */
final class TaskExecutionBuilder {

    private final TaskKey key;
    private final Instant start;
    private final List<TaskAttempt> attempts = new ArrayList<>();
    private Optional<RunEvent.GroupStarted> group = Optional.empty();
    private Optional<RunEvent.TaskSkipped> skipped = Optional.empty();
    private Optional<TaskResult> result = Optional.empty();
    private Optional<Integer> returned = Optional.empty();
    private boolean satisfied;
    private long changed;

    /** The execution as it was last returned; null if it has changed since. */
    private TaskExecution built;

    TaskExecutionBuilder(TaskKey key, Instant start) {
        this.key = key;
        this.start = start;
    }

    /** @param event the number of the event in its run; of each method */
    void skipped(RunEvent.TaskSkipped skip, long event) {
        change(event);
        skipped = Optional.of(skip);
    }

    void started(RunEvent.GroupStarted start, long event) {
        change(event);
        group = Optional.of(start);
    }

    /** Adds an attempt; the end of the task is unknown until the attempt ends. */
    void started(RunEvent.TaskStarted start, long event) {
        change(event);
        if (attempts.size() == TaskExecution.MOST_ATTEMPTS) {
            attempts.remove(1);
        }
        attempts.add(new TaskAttempt(start, Optional.empty(), Optional.empty()));
        result = Optional.empty();
    }

    void evaluated(RunEvent.SuccessEvaluated success, long event) {
        change(event);
        replaceLast(last -> new TaskAttempt(last.started(), last.ended(), Optional.of(success)));
    }

    void ended(RunEvent.TaskEnded end, long event) {
        change(event);
        replaceLast(last -> new TaskAttempt(last.started(), Optional.of(end), last.successCondition()));
        result = Optional.of(end.result());
        satisfied = end.verdicts().flatMap(RecordedDecisions::next).orElse(false);
    }

    void returned(int code, long event) {
        change(event);
        returned = Optional.of(code);
    }

    private void change(long event) {
        changed = event;
        built = null;
    }

    private void replaceLast(UnaryOperator<TaskAttempt> change) {
        if (!attempts.isEmpty()) {
            int last = attempts.size() - 1;
            attempts.set(last, change.apply(attempts.get(last)));
        }
    }

    TaskExecution task() {
        if (built == null) {
            built = new TaskExecution(
                    key, start, List.copyOf(attempts), group, skipped, result, returned, satisfied, changed);
        }
        return built;
    }
}
