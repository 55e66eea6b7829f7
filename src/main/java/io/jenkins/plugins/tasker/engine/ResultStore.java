package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.ResultLookup;
import io.jenkins.plugins.tasker.taskfile.ResultReference;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Stores the results of a run by task; a later result replaces an earlier one (rule 7.6). */
final class ResultStore implements ResultLookup {

    private final Map<TaskId, TaskResult> results = new HashMap<>();
    private final SortedSet<TaskId> failed = new TreeSet<>();

    void put(TaskId task, TaskResult result) {
        results.put(task, result);
        if (result.isFailure() && result.counts().isEmpty()) {
            failed.add(task);
        } else {
            failed.remove(task);
        }
    }

    /** Stores the result of a member of a group. */
    void put(TaskKey member, TaskResult result) {
        put(member.task(), result);
    }

    /** Stores a result of an earlier run. */
    void restore(TaskId task, TaskResult result) {
        results.put(task, result);
    }

    /** Returns the tasks whose last result in this run is a failure, without groups. */
    List<TaskId> failed() {
        return List.copyOf(failed);
    }

    @Override
    public Optional<String> find(ResultReference reference) {
        return Optional.ofNullable(results.get(reference.task())).flatMap(result -> result.value(reference.name()));
    }
}
