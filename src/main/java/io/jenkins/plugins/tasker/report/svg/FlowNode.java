package io.jenkins.plugins.tasker.report.svg;

import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.report.StatusMark;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.TaskKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A task in the flow, or several similar ones in a row.
 *
 * @param ids tasks in their order
 * @param planned of a single task; empty if the record has no plan
 * @param runs executions, in their order
 * @param members executions of the sub-tasks of its last round
 */
record FlowNode(
        List<TaskId> ids,
        Optional<PlannedTask> planned,
        List<TaskExecution> runs,
        List<TaskExecution> members,
        boolean live) {

    /** Of the last execution; of several tasks the worst one. */
    StatusMark mark() {
        if (runs.isEmpty()) {
            return StatusMark.NOT_STARTED;
        }
        Optional<StatusMark> problem = isSeveral()
                ? marks().keySet().stream().filter(StatusMark::isProblem).findFirst()
                : Optional.empty();
        return problem.orElseGet(() -> StatusMark.of(runs.get(runs.size() - 1), live));
    }

    TaskId first() {
        return ids.get(0);
    }

    boolean isSeveral() {
        return ids.size() > 1;
    }

    boolean isGroup() {
        return planned.map(task -> task.kind().isGroup()).orElse(false)
                || (!isSeveral() && runs.stream().anyMatch(TaskExecution::isGroup));
    }

    /** Whether nobody misses it when it stands together with its neighbours. */
    boolean isPlain() {
        boolean calm = mark() == StatusMark.NOT_STARTED || mark() == StatusMark.OK || mark() == StatusMark.SKIPPED;
        boolean once = runs.size() <= ids.size() && runs.stream().allMatch(run -> run.retries() == 0);
        return calm
                && once
                && !isGroup()
                && planned.map(task -> task.kind() == TaskKind.NORMAL).orElse(true);
    }

    /** A row of neighbours as one node; a single one stays as it is. */
    static FlowNode together(List<FlowNode> row) {
        FlowNode first = row.get(0);
        return row.size() == 1
                ? first
                : new FlowNode(
                        row.stream().flatMap(node -> node.ids.stream()).toList(),
                        Optional.empty(),
                        row.stream().flatMap(node -> node.runs.stream()).toList(),
                        List.of(),
                        first.live);
    }

    String name() {
        return isSeveral() ? first() + " \u2013 " + ids.get(ids.size() - 1) : first().toString();
    }

    /** How many executions of it have which mark. */
    Map<StatusMark, Integer> marks() {
        Map<StatusMark, Integer> marks = new EnumMap<>(StatusMark.class);
        runs.forEach(run -> marks.merge(StatusMark.of(run, live), 1, Integer::sum));
        return marks;
    }
}
