package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Orders planned tasks for people: by id, members directly after their group. */
final class PlanOrder {

    private PlanOrder() {}

    static Set<PlannedTask> of(List<PlannedTask> plan) {
        Map<TaskId, PlannedTask> members = new HashMap<>();
        plan.forEach(task -> members.put(task.id(), task));
        Map<TaskId, PlannedTask> all = Map.copyOf(members);
        members.keySet().retainAll(plan.stream().flatMap(PlanOrder::members).toList());
        Set<PlannedTask> ordered = new LinkedHashSet<>();
        for (PlannedTask task : plan) {
            if (!members.containsKey(task.id())) {
                ordered.add(task);
            }
            members(task).filter(all::containsKey).map(all::get).forEach(ordered::add);
        }
        return ordered;
    }

    private static Stream<TaskId> members(PlannedTask task) {
        return Stream.concat(task.members().stream(), task.otherwise().stream());
    }
}
