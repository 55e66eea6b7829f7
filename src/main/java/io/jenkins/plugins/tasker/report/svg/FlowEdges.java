package io.jenkins.plugins.tasker.report.svg;

import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.journal.FlowHistory;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the routes between nodes: those that the file allows and those that the run took. */
final class FlowEdges {

    private final Map<TaskId, Integer> indexes = new HashMap<>();
    private final Map<List<Integer>, FlowEdge> edges = new LinkedHashMap<>();

    private FlowEdges() {}

    static List<FlowEdge> of(RunRecord run, List<FlowNode> nodes) {
        FlowEdges all = new FlowEdges();
        for (int i = 0; i < nodes.size(); i++) {
            for (TaskId id : nodes.get(i).ids()) {
                all.indexes.put(id, i);
            }
        }
        run.plan().forEach(all::planned);
        run.started().ifPresent(started -> all.add(Optional.of(-1), all.index(started.start()), false, 1, "start"));
        for (FlowHistory.TakenRoute taken : run.flow().routes()) {
            all.add(all.index(taken.from()), all.index(taken.to()), taken.jump(), taken.count(), taken.reason());
        }
        Optional<Integer> end = Optional.of(nodes.size());
        run.ended()
                .ifPresent(ended -> run.lastTask()
                        .ifPresent(last -> all.add(all.index(last.key().task()), end, false, 1, ended.reason())));
        return new ArrayList<>(all.edges.values());
    }

    private void planned(PlannedTask task) {
        Optional<Integer> from = index(task.id());
        task.following().ifPresent(to -> add(from, index(to), false, 0, "next"));
        task.onSuccess().ifPresent(to -> add(from, index(to), true, 0, "on_success"));
        task.onFailure().ifPresent(to -> add(from, index(to), true, 0, "on_failure"));
    }

    private Optional<Integer> index(TaskId id) {
        return Optional.ofNullable(indexes.get(id));
    }

    /** Ignores routes within a node, and those of sub-tasks: the flow ignores them as well. */
    private void add(Optional<Integer> from, Optional<Integer> to, boolean jump, int taken, String reason) {
        if (from.isPresent() && to.isPresent() && !from.equals(to)) {
            FlowEdge edge = new FlowEdge(from.get(), to.get(), jump, taken, reason);
            edges.merge(List.of(from.get(), to.get()), edge, FlowEdge::merge);
        }
    }
}
