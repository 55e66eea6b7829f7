package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.engine.Secrets;
import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.taskfile.TaskId;
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
 * What a run that starts at a later task takes over from an earlier run (rule 15.9). Nothing here decides to repeat a task
 * whose end is unknown: it is named, and whoever chose the start decided.
 *
 * @param results to be restored; of a task that ran several times the last one
 * @param unknown commands that were started without a recorded end, and must be named before anything starts
 * @param warnings what must be told at WARN, in sentences; the unknown ones are among them
 */
public record RestoredResults(Map<TaskId, TaskResult> results, List<TaskExecution> unknown, List<String> warnings) {

    /**
     * @param start where the new run starts
     * @param sha256 of the task file as it is now, in hexadecimal
     * @param plan the tasks as they are now
     */
    public static RestoredResults of(RunRecord record, TaskId start, String sha256, List<PlannedTask> plan) {
        Map<TaskId, TaskResult> results = results(record, start);
        List<TaskExecution> unknown = record.unknownCommands();
        List<String> warnings = new ArrayList<>();
        if (record.isDryRun()) {
            warnings.add("the record is one of a dry run: its results are not real");
        }
        if (record.ended().isEmpty()) {
            warnings.add("the record has no end: the run was cut off, or still goes on");
        }
        unknown.forEach(task -> warnings.add(unknown(task, isBefore(start, task))));
        again(record, start).ifPresent(warnings::add);
        warnings.addAll(masked(results));
        warnings.addAll(changes(record, sha256, plan));
        return new RestoredResults(results, unknown, List.copyOf(warnings));
    }

    /**
     * Where it makes sense to go on: with the task at which the run stopped if that failed, else with the first one that
     * failed; a sub-task stands for its group. A run that was cut off goes on where its flow was. Empty if there is no such
     * task.
     */
    public static Optional<TaskId> suggestedStart(RunRecord record) {
        if (record.ended().isEmpty()) {
            return new FlowPosition(record).next();
        }
        return record.lastTask()
                .filter(task -> task.state() == TaskState.FAILED || task.state() == TaskState.TIMED_OUT)
                .or(() -> record.problems().stream().findFirst())
                .map(task -> task.key().parent().orElse(task.key().task()));
    }

    /**
     * Where a run goes on because another one of its build is resumed that ran beside it, as in parallel branches. Empty if it
     * stays as it is: it ended well, or nothing is left to be done.
     */
    public static Optional<TaskId> startOfParallelRun(RunRecord record) {
        boolean well = record.ended().filter(end -> end.exitCode() == 0).isPresent();
        return well ? Optional.empty() : suggestedStart(record);
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
            if (isBefore(start, task)) {
                // A later execution without an end leaves nothing, whatever an earlier one left.
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

    /** Sub-tasks of parents below the start. */
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
                        ? "it has no result and is not repeated"
                        : "it will run a second time if the flow comes to it again");
    }

    /** What was done already and comes again with its group, or because the start was chosen so early, is not repeated silently. */
    private static Optional<String> again(RunRecord record, TaskId start) {
        String done = record.tasks().stream()
                .filter(task -> !task.isGroup() && task.state() == TaskState.SUCCESS && !isBefore(start, task))
                .map(task -> task.key().label())
                .distinct()
                .collect(Collectors.joining(", "));
        return done.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "successful in that run, and will run a second time if the flow comes to them again: " + done);
    }

    /** Warns of results that hold a secret. */
    public static List<String> masked(Map<TaskId, TaskResult> results) {
        return results.entrySet().stream()
                .filter(entry -> isMasked(entry.getValue()))
                .map(entry -> "the result of task " + entry.getKey() + " holds a secret, which was recorded as "
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
