package io.jenkins.plugins.tasker.journal;

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

    TaskExecutionBuilder(TaskKey key, Instant start) {
        this.key = key;
        this.start = start;
    }

    void skipped(RunEvent.TaskSkipped skip) {
        skipped = Optional.of(skip);
    }

    void started(RunEvent.GroupStarted start) {
        group = Optional.of(start);
    }

    /** Adds an attempt; the end of the task is unknown until the attempt ends. */
    void started(RunEvent.TaskStarted start) {
        attempts.add(new TaskAttempt(start, Optional.empty(), Optional.empty()));
        result = Optional.empty();
    }

    void evaluated(RunEvent.SuccessEvaluated success) {
        replaceLast(last -> new TaskAttempt(last.started(), last.ended(), Optional.of(success)));
    }

    void ended(RunEvent.TaskEnded end) {
        replaceLast(last -> new TaskAttempt(last.started(), Optional.of(end), last.successCondition()));
        result = Optional.of(end.result());
    }

    void returned(int code) {
        returned = Optional.of(code);
    }

    private void replaceLast(UnaryOperator<TaskAttempt> change) {
        if (!attempts.isEmpty()) {
            int last = attempts.size() - 1;
            attempts.set(last, change.apply(attempts.get(last)));
        }
    }

    TaskExecution task() {
        return new TaskExecution(key, start, List.copyOf(attempts), group, skipped, result, returned);
    }
}
