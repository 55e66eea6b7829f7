package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.ResultLookup;
import io.jenkins.plugins.tasker.taskfile.ResultReference;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Stores the results of a run by task; a later result replaces an earlier one (rule 7.6). */
final class ResultStore implements ResultLookup {

    private final Map<TaskId, TaskResult> results = new HashMap<>();
    private final Map<TaskId, Map<String, TaskResult>> onHosts = new HashMap<>();
    private final SortedSet<TaskId> failed = new TreeSet<>();

    /** Lengths of complete outputs of which a reference got only the first part, since the last {@link #takeCut}. */
    private final Map<ResultReference, Long> cut = new LinkedHashMap<>();

    void put(TaskId task, TaskResult result) {
        results.put(task, result);
        if (result.isFailure() && result.counts().isEmpty()) {
            failed.add(task);
        } else {
            failed.remove(task);
        }
    }

    /** Stores the results that a fan-out task has on its hosts; they replace those of an earlier pass. */
    void putOnHosts(TaskId fanOut, Map<String, TaskResult> byHost) {
        onHosts.put(fanOut, byHost);
    }

    /** Returns the result that a fan-out task has on a host. */
    Optional<TaskResult> onHost(TaskId fanOut, String host) {
        return Optional.ofNullable(onHosts.getOrDefault(fanOut, Map.of()).get(host));
    }

    /** Marks a fan-out task whose commands failed: unlike sub-tasks, they have no id of their own. */
    void putFanOut(TaskId fanOut, TaskResult result) {
        put(fanOut, result);
        if (result.isFailure()) {
            failed.add(fanOut);
        }
    }

    /** Stores a result of an earlier run. */
    void restore(TaskId task, TaskResult result) {
        results.put(task, result);
    }

    /** Returns the tasks whose last result in this run is a failure, without groups. */
    List<TaskId> failed() {
        return List.copyOf(failed);
    }

    /** Returns the references whose values were cut, with the lengths of the complete outputs, since the last call. */
    Map<ResultReference, Long> takeCut() {
        Map<ResultReference, Long> taken = Map.copyOf(cut);
        cut.clear();
        return taken;
    }

    @Override
    public Optional<String> find(ResultReference reference) {
        if (reference.onHost()) {
            return Optional.empty();
        }
        return Optional.ofNullable(results.get(reference.task())).flatMap(result -> value(reference, result));
    }

    /** Returns the value of a reference to a result, and notes whether it was cut. */
    Optional<String> value(ResultReference reference, TaskResult result) {
        result.fullLength(reference.name()).ifPresent(length -> cut.put(reference, length));
        return result.value(reference.name());
    }
}
