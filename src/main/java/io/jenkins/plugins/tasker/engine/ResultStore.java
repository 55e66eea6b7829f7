package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.ResultLookup;
import io.jenkins.plugins.tasker.taskfile.ResultReference;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The results of a run; a later one of the same task replaces the earlier (rule 7.6). */
final class ResultStore implements ResultLookup {

    private final Map<TaskId, TaskResult> results = new HashMap<>();

    void put(TaskId task, TaskResult result) {
        results.put(task, result);
    }

    @Override
    public Optional<String> find(ResultReference reference) {
        return Optional.ofNullable(results.get(reference.task())).flatMap(result -> result.value(reference.name()));
    }
}
