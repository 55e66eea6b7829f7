package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The results that fan-out tasks before the start of a resumed run had on their hosts (rules 15.9 and 19.5). */
public final class RestoredHosts {

    private RestoredHosts() {}

    /** Returns the results by task and host. */
    public static Map<TaskId, Map<String, TaskResult>> of(RunRecord record, TaskId start) {
        Map<TaskId, Map<String, TaskResult>> results = new TreeMap<>();
        record.restoredOnHosts().forEach((task, hosts) -> {
            if (task.compareTo(start) < 0) {
                results.put(task, new LinkedHashMap<>(hosts));
            }
        });
        for (TaskExecution task : record.tasks()) {
            TaskId id = task.key().task();
            if (task.key().isOnHost() && id.compareTo(start) < 0) {
                Map<String, TaskResult> hosts = results.computeIfAbsent(id, key -> new LinkedHashMap<>());
                // A later execution without an end has no result, even if an earlier one had.
                task.storedResult()
                        .ifPresentOrElse(
                                result -> hosts.put(task.key().host(), result),
                                () -> hosts.remove(task.key().host()));
            }
        }
        return results;
    }
}
