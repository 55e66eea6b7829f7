package io.jenkins.plugins.tasker.report.svg;

import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.journal.FlowHistory;
import io.jenkins.plugins.tasker.journal.RunPhase;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tasks of a file as nodes and the routes between them as edges. A group contains its sub-tasks. */
final class FlowModel {

    /** Above this number of nodes, similar neighbours are merged to keep the picture readable. */
    private static final int MERGE_ABOVE = 40;

    /** The maximum number of nodes; above it, neighbours are merged even if they differ. */
    private static final int MOST = 120;

    final List<FlowNode> nodes;
    final List<FlowEdge> edges;

    private FlowModel(List<FlowNode> nodes, List<FlowEdge> edges) {
        this.nodes = nodes;
        this.edges = edges;
    }

    static FlowModel of(RunRecord run, boolean live) {
        List<FlowNode> nodes = nodes(run, live);
        if (nodes.size() > MERGE_ABOVE) {
            Set<TaskId> ends = jumpEnds(run);
            nodes = merge(
                    nodes,
                    (before, next) -> before.isPlain()
                            && next.isPlain()
                            && before.mark() == next.mark()
                            && !ends.contains(next.first())
                            && !ends.contains(before.first()));
        }
        if (nodes.size() > MOST) {
            int chunk = (nodes.size() + MOST - 1) / MOST;
            int[] place = {0};
            nodes = merge(nodes, (before, next) -> ++place[0] % chunk != 0);
        }
        return new FlowModel(nodes, FlowEdges.of(run, nodes));
    }

    private static List<FlowNode> nodes(RunRecord run, boolean live) {
        TreeMap<TaskId, PlannedTask> plan = new TreeMap<>();
        Set<TaskId> subTasks = new HashSet<>();
        for (PlannedTask task : run.plan()) {
            plan.put(task.id(), task);
            subTasks.addAll(task.members());
            subTasks.addAll(task.otherwise());
        }
        Map<TaskId, List<TaskExecution>> runs = new HashMap<>();
        Map<TaskId, List<TaskExecution>> members = new HashMap<>();
        for (TaskExecution task : run.tasks()) {
            Optional<TaskId> parent = task.key().parent();
            if (parent.isPresent()) {
                members.computeIfAbsent(parent.get(), id -> new ArrayList<>()).add(task);
            } else {
                runs.computeIfAbsent(task.key().task(), id -> new ArrayList<>()).add(task);
            }
        }
        TreeSet<TaskId> ids = new TreeSet<>(runs.keySet());
        plan.keySet().stream().filter(id -> !subTasks.contains(id)).forEach(ids::add);
        members.keySet().forEach(ids::add);
        List<FlowNode> nodes = new ArrayList<>();
        for (TaskId id : ids) {
            nodes.add(new FlowNode(
                    List.of(id),
                    Optional.ofNullable(plan.get(id)),
                    runs.getOrDefault(id, List.of()),
                    lastExecution(members.getOrDefault(id, List.of())),
                    run.earlier().of(TaskKey.of(id)),
                    RunPhase.of(run, live)));
        }
        return nodes;
    }

    private static List<TaskExecution> lastExecution(List<TaskExecution> members) {
        if (members.isEmpty()) {
            return members;
        }
        TaskExecution last = members.get(members.size() - 1);
        return members.stream()
                .filter(task -> task.key().visit() == last.key().visit()
                        && task.key().repetition() == last.key().repetition())
                .toList();
    }

    /** Returns the tasks where the run started or where its jumps start and end; they must stay visible. */
    private static Set<TaskId> jumpEnds(RunRecord run) {
        Set<TaskId> ends = new HashSet<>();
        for (FlowHistory.TakenRoute taken : run.flow().routes()) {
            if (taken.jump()) {
                ends.add(taken.from());
                ends.add(taken.to());
            }
        }
        run.started().ifPresent(started -> ends.add(started.start()));
        return ends;
    }

    private interface Similar {
        boolean test(FlowNode before, FlowNode next);
    }

    /** Merges each series of similar neighbours into one node. Visits a node at most twice: a run may have many thousands. */
    private static List<FlowNode> merge(List<FlowNode> nodes, Similar similar) {
        List<FlowNode> merged = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= nodes.size(); i++) {
            if (i == nodes.size() || !similar.test(nodes.get(i - 1), nodes.get(i))) {
                merged.add(FlowNode.merge(nodes.subList(first, i)));
                first = i;
            }
        }
        return merged;
    }
}
