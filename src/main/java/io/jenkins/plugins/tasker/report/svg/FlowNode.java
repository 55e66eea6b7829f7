package io.jenkins.plugins.tasker.report.svg;

import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.journal.RunPhase;
import io.jenkins.plugins.tasker.journal.RunTotals;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.report.StatusMark;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.TaskKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A task in the flow, or several merged neighbours.
 *
 * @param ids the tasks in ascending order
 * @param planned the task as planned; empty for merged tasks and if the record has no plan
 * @param runs executions in the order of their start
 * @param members for a group, the executions of its sub-tasks during its last execution
 * @param phase of the run
 */
record FlowNode(
        List<TaskId> ids,
        Optional<PlannedTask> planned,
        List<TaskExecution> runs,
        List<TaskExecution> members,
        RunTotals earlier,
        RunPhase phase) {

    /** Returns the mark of the last execution; for merged tasks that of a problem if there is one. */
    StatusMark mark() {
        if (runs.isEmpty()) {
            return StatusMark.notStarted(phase);
        }
        Optional<StatusMark> problem = isMerged()
                ? marks().keySet().stream().filter(StatusMark::isProblem).findFirst()
                : Optional.empty();
        return problem.orElseGet(() -> StatusMark.of(runs.get(runs.size() - 1), isLive()));
    }

    boolean isLive() {
        return phase == RunPhase.RUNNING;
    }

    TaskId first() {
        return ids.get(0);
    }

    boolean isMerged() {
        return ids.size() > 1;
    }

    boolean isGroup() {
        return planned.map(task -> task.kind().isGroup()).orElse(false)
                || (!isMerged() && runs.stream().anyMatch(TaskExecution::isGroup));
    }

    /** Whether the node can be merged without hiding a problem, a retry, a repetition or a group. */
    boolean isPlain() {
        boolean unremarkable = runs.isEmpty() || mark() == StatusMark.OK || mark() == StatusMark.SKIPPED;
        boolean once = executions() <= ids.size() && runs.stream().allMatch(run -> run.retries() == 0);
        return unremarkable
                && once
                && !isGroup()
                && planned.map(task -> task.kind() == TaskKind.NORMAL).orElse(true);
    }

    /** Merges neighbours into one node. Returns a single node unchanged. */
    static FlowNode merge(List<FlowNode> row) {
        FlowNode first = row.get(0);
        return row.size() == 1
                ? first
                : new FlowNode(
                        row.stream().flatMap(node -> node.ids.stream()).toList(),
                        Optional.empty(),
                        row.stream().flatMap(node -> node.runs.stream()).toList(),
                        List.of(),
                        row.stream().map(node -> node.earlier).reduce(RunTotals.NONE, RunTotals::plus),
                        first.phase);
    }

    String name() {
        return isMerged() ? first() + " \u2013 " + ids.get(ids.size() - 1) : first().toString();
    }

    /** Returns the number of all executions. */
    int executions() {
        return runs.size() + earlier.all();
    }

    /** Returns the number of retries of all executions. */
    int retries() {
        return earlier.retried()
                + runs.stream().mapToInt(TaskExecution::retries).sum();
    }

    /** Counts the executions by mark. */
    Map<StatusMark, Integer> marks() {
        Map<StatusMark, Integer> marks = new EnumMap<>(StatusMark.class);
        earlier.executions().forEach((state, count) -> marks.merge(StatusMark.of(state), count, Integer::sum));
        runs.forEach(run -> marks.merge(StatusMark.of(run, isLive()), 1, Integer::sum));
        return marks;
    }
}
