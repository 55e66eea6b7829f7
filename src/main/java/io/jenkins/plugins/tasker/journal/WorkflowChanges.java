package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Describes the differences between the recorded tasks and the current ones. */
final class WorkflowChanges {

    /** With more changes than this, a comparison of the files is easier to read. */
    private static final int MOST_CHANGES = 20;

    private WorkflowChanges() {}

    static List<String> between(List<PlannedTask> before, List<PlannedTask> now) {
        Map<TaskId, PlannedTask> old = byId(before);
        Map<TaskId, PlannedTask> current = byId(now);
        TreeSet<TaskId> ids = new TreeSet<>(old.keySet());
        ids.addAll(current.keySet());
        List<String> changes = new ArrayList<>();
        for (TaskId id : ids) {
            if (!old.containsKey(id)) {
                changes.add("task " + id + " is new");
            } else if (!current.containsKey(id)) {
                changes.add("task " + id + " was removed");
            } else {
                compare(old.get(id), current.get(id), changes);
            }
        }
        int more = changes.size() - MOST_CHANGES;
        if (more > 0) {
            changes.subList(MOST_CHANGES, changes.size()).clear();
            changes.add("and " + more + " more changes");
        }
        return changes;
    }

    private static Map<TaskId, PlannedTask> byId(List<PlannedTask> tasks) {
        return tasks.stream()
                .collect(Collectors.toMap(PlannedTask::id, Function.identity(), (a, b) -> b, TreeMap::new));
    }

    private static void compare(PlannedTask before, PlannedTask now, List<String> changes) {
        compare(before, now, "kind", PlannedTask::kind, changes);
        compare(before, now, "host name", PlannedTask::hostname, changes);
        compare(before, now, "command", PlannedTask::command, changes);
        compare(before, now, "on_success", task -> id(task.onSuccess()), changes);
        compare(before, now, "on_failure", task -> id(task.onFailure()), changes);
        compare(before, now, "sub-tasks", PlannedTask::members, changes);
        compare(before, now, "sub-tasks of the false branch", PlannedTask::otherwise, changes);
    }

    private static String id(Optional<TaskId> id) {
        return id.map(TaskId::toString).orElse("not set");
    }

    private static void compare(
            PlannedTask before,
            PlannedTask now,
            String what,
            Function<PlannedTask, Object> value,
            List<String> changes) {
        Object was = value.apply(before);
        Object is = value.apply(now);
        if (!was.equals(is)) {
            changes.add("task " + now.id() + ": " + what + " was '" + was + "' and is '" + is + "'");
        }
    }
}
