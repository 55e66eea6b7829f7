package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.engine.Secrets;
import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.TaskKind;
import io.jenkins.plugins.tasker.text.OnHost;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The results that a resumed run restores from an earlier run (rule 15.9), with warnings for the user. A command with unknown
 * end is never repeated silently: the warnings name it, and the user chose the start.
 *
 * @param results by task; the last one of a task that ran several times
 * @param unknown commands without a recorded end, which must be named before anything starts
 * @param warnings sentences for the log, at WARN, including those about {@code unknown}
 */
public record RestoredResults(Map<TaskId, TaskResult> results, List<TaskExecution> unknown, List<String> warnings) {

    /**
     * Selects the results to be restored.
     *
     * @param start the first task of the new run
     * @param sha256 of the current task file, in hexadecimal
     * @param plan the current tasks
     */
    public static RestoredResults of(RunRecord record, TaskId start, String sha256, List<PlannedTask> plan) {
        return of(record, start, sha256, plan, false);
    }

    /**
     * Selects the results to be restored, as {@link #of(RunRecord, TaskId, String, List)}.
     *
     * @param onlyFailed whether the start is a group whose successful members do not run again (rule 19.14)
     */
    public static RestoredResults of(
            RunRecord record, TaskId start, String sha256, List<PlannedTask> plan, boolean onlyFailed) {
        Map<TaskId, TaskResult> results = results(record, start);
        List<TaskExecution> unknown = record.unknownCommands();
        List<String> warnings = new ArrayList<>();
        if (record.isDryRun()) {
            warnings.add("the journal is of a dry run: its results are not real");
        }
        if (record.ended().isEmpty()) {
            warnings.add("the journal has no end: the run was cut off, or is still running" + lost(record));
        }
        unknown.forEach(task -> warnings.add(unknown(task, isBefore(start, task))));
        repeated(record, start, onlyFailed).ifPresent(warnings::add);
        warnings.addAll(masked(results));
        warnings.addAll(changes(record, sha256, plan));
        return new RestoredResults(results, unknown, List.copyOf(warnings));
    }

    /**
     * Returns the task from which to resume a run: the last task if it failed, else the first one that failed; for a member,
     * its group. Return tasks are left out, because they would only end the new run. For an interrupted run, returns its
     * current task. Empty if no task failed.
     */
    public static Optional<TaskId> suggestedStart(RunRecord record) {
        if (record.ended().isEmpty()) {
            return new FlowPosition(record).next();
        }
        return record.lastTask()
                .filter(task -> task.state() == TaskState.FAILED || task.state() == TaskState.TIMED_OUT)
                .map(RestoredResults::entry)
                .filter(task -> !isReturn(record, task))
                .or(() -> firstFailure(record));
    }

    private static Optional<TaskId> firstFailure(RunRecord record) {
        return record.problems().stream()
                .map(RestoredResults::entry)
                .filter(task -> !isReturn(record, task))
                .findFirst();
    }

    /** Returns the task at which the flow enters an execution: the group of a member. */
    private static TaskId entry(TaskExecution task) {
        return task.key().parent().orElse(task.key().task());
    }

    private static boolean isReturn(RunRecord record, TaskId id) {
        return record.plan().stream().anyMatch(task -> task.id().equals(id) && task.kind() == TaskKind.RETURN);
    }

    /**
     * Returns the task from which to resume a run that ran in parallel to the resumed one, as in parallel branches of a build.
     * Empty if the run succeeded, or no task of it failed.
     */
    public static Optional<TaskId> startOfParallelRun(RunRecord record) {
        boolean succeeded = record.ended().filter(end -> end.exitCode() == 0).isPresent();
        return succeeded ? Optional.empty() : suggestedStart(record);
    }

    private static Map<TaskId, TaskResult> results(RunRecord record, TaskId start) {
        Map<TaskId, TaskResult> results = new TreeMap<>();
        Set<TaskId> members = members(record.plan(), start);
        record.restored().forEach((task, result) -> {
            if (task.compareTo(start) < 0 || members.contains(task)) {
                results.put(task, result);
            }
        });
        for (TaskExecution task : record.tasks()) {
            if (isBefore(start, task) && !task.key().isOnHost()) {
                // A later execution without an end has no result, even if an earlier one had.
                task.storedResult()
                        .ifPresentOrElse(
                                result -> results.put(task.key().task(), result),
                                () -> results.remove(task.key().task()));
            }
        }
        return results;
    }

    private static boolean isBefore(TaskId start, TaskExecution task) {
        return task.key().task().compareTo(start) < 0
                || task.key()
                        .parent()
                        .filter(parent -> parent.compareTo(start) < 0)
                        .isPresent();
    }

    /** Returns the members of groups before the start. */
    private static Set<TaskId> members(List<PlannedTask> plan, TaskId start) {
        Set<TaskId> members = new HashSet<>();
        plan.stream().filter(task -> task.id().compareTo(start) < 0).forEach(parent -> {
            members.addAll(parent.members());
            members.addAll(parent.otherwise());
        });
        return members;
    }

    private static String unknown(TaskExecution task, boolean before) {
        return OnHost.of(task.key().label(), task.hostname()) + " was started, but its end is unknown: "
                + (before
                        ? "it has no result and does not run again"
                        : "it runs a second time if the flow reaches it again");
    }

    private static String lost(RunRecord record) {
        String tasks = record.lost().stream().map(task -> task.id().toString()).collect(Collectors.joining(", "));
        return tasks.isEmpty() ? "" : "; it is unknown whether these tasks ran: " + tasks;
    }

    /** Warns of successful tasks that run again: members of a repeated group, and tasks after an early start. */
    private static Optional<String> repeated(RunRecord record, TaskId start, boolean onlyFailed) {
        String done = record.tasks().stream()
                .filter(task -> !task.isGroup() && task.state() == TaskState.SUCCESS && !isBefore(start, task))
                .filter(task -> !onlyFailed || !task.key().parent().equals(Optional.of(start)))
                .map(task -> task.key().label())
                .distinct()
                .collect(Collectors.joining(", "));
        return done.isEmpty()
                ? Optional.empty()
                : Optional.of("these tasks succeeded and run a second time if the flow reaches them again: " + done);
    }

    /** Returns a warning for each result that contains a masked secret. */
    public static List<String> masked(Map<TaskId, TaskResult> results) {
        return results.entrySet().stream()
                .filter(entry -> isMasked(entry.getValue()))
                .map(entry -> "the result of task " + entry.getKey() + " contains a secret, which was recorded as "
                        + Secrets.MASK + "; references to it insert the mask")
                .toList();
    }

    private static boolean isMasked(TaskResult result) {
        return result.stdout().contains(Secrets.MASK)
                || result.stderr().contains(Secrets.MASK)
                || result.hostname().contains(Secrets.MASK);
    }

    private static List<String> changes(RunRecord record, String sha256, List<PlannedTask> plan) {
        List<String> changes = new ArrayList<>();
        record.started()
                .filter(started -> !started.sha256().equals(sha256))
                .ifPresent(started -> changes.add("the task file has changed since that run: SHA-256 was "
                        + started.sha256() + " and is " + sha256));
        if (!record.plan().isEmpty()) {
            changes.addAll(WorkflowChanges.between(record.plan(), plan));
        }
        return changes;
    }
}
