package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.ResultLookup;
import io.jenkins.plugins.tasker.taskfile.ResultReference;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Stores the results of a run by task; a later result replaces an earlier one (rule 7.6). */
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
