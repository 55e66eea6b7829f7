package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.MemberSelection;
import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.engine.TaskStatus;
import io.jenkins.plugins.tasker.hosts.FoldedHosts;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The members of a group in an earlier run, to repeat only what failed (rule 19.14). Members that succeeded or were skipped keep
 * their results; all others run again. Hosts that a limit left out there have no result to keep: a limit must decide about them
 * again.
 */
public final class OnlyFailed {

    private final TaskId group;
    private final Map<String, TaskResult> kept = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final boolean ofHosts;

    private OnlyFailed(TaskId group, boolean ofHosts) {
        this.group = group;
        this.ofHosts = ofHosts;
    }

    /**
     * Reads the members from a record.
     *
     * @throws ResumeOffer.RefusedException if the group did not run there
     */
    public static OnlyFailed of(RunRecord record, TaskId group) throws ResumeOffer.RefusedException {
        TaskExecution last = record.tasks().stream()
                .filter(task ->
                        task.key().task().equals(group) && task.key().parent().isEmpty() && task.isGroup())
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new ResumeOffer.RefusedException(true, refusal(record, group)));
        RunEvent.GroupStarted started = last.group().orElseThrow();
        OnlyFailed members = new OnlyFailed(group, !started.hosts().isEmpty());
        Map<String, TaskExecution> executions = new HashMap<>();
        for (TaskExecution task : record.tasks()) {
            boolean member = task.key().parent().equals(Optional.of(group))
                    && task.key().visit() == last.key().visit()
                    && task.key().repetition() == last.key().repetition();
            if (member) {
                executions.merge(name(task), task, OnlyFailed::worse);
            }
        }
        Set<String> idle = Set.copyOf(started.idle());
        for (String name : members.names(started)) {
            members.add(name, Optional.ofNullable(executions.get(name)), idle.contains(name), record);
        }
        return members;
    }

    private static String refusal(RunRecord record, TaskId group) {
        Optional<PlannedTask> planned =
                record.plan().stream().filter(task -> task.id().equals(group)).findFirst();
        if (planned.filter(task -> task.kind().isGroup()).isPresent()) {
            return "--only-failed: group " + group + " did not start in that run; leave the option out";
        }
        return "--only-failed needs the id of a group, and task " + group + " of that run is "
                + (planned.isPresent() ? "none" : "not defined");
    }

    /** Of a sub-task that is listed twice, the execution that must be repeated decides. */
    private static TaskExecution worse(TaskExecution first, TaskExecution second) {
        return isDone(first.state()) ? second : first;
    }

    private static boolean isDone(TaskState state) {
        return state == TaskState.SUCCESS || state == TaskState.SKIPPED;
    }

    private static String name(TaskExecution member) {
        return member.key().isOnHost()
                ? member.key().host()
                : member.key().task().toString();
    }

    private List<String> names(RunEvent.GroupStarted started) {
        return ofHosts
                ? started.hosts()
                : started.members().stream().map(TaskId::toString).toList();
    }

    private void add(String name, Optional<TaskExecution> execution, boolean idle, RunRecord record) {
        known.add(name);
        if (execution.isPresent()) {
            TaskState state = execution.get().state();
            if (state == TaskState.UNKNOWN) {
                unknown.add(name);
            } else if (isDone(state)) {
                kept.put(name, execution.get().storedResult().orElseThrow());
            }
        } else if (idle) {
            Optional<TaskResult> restored = ofHosts
                    ? Optional.ofNullable(record.restoredOnHosts()
                            .getOrDefault(group, Map.of())
                            .get(name))
                    : TaskId.parse(name).map(record.restored()::get);
            restored.ifPresentOrElse(result -> kept.put(name, result), () -> leftOut.add(name));
        }
    }

    /** Returns the members whose end is unknown, folded, without those that a limit leaves out; empty if there are none. */
    public String unknown(Optional<Set<String>> limit) {
        return FoldedHosts.of(unknown.stream()
                .filter(name -> !ofHosts || limit.isEmpty() || limit.get().contains(name))
                .toList());
    }

    /** Returns the hosts that a limit left out, folded; empty if there are none. */
    public String leftOut() {
        return FoldedHosts.of(leftOut);
    }

    /** Returns the members that keep their results. */
    public Set<String> kept() {
        return kept.keySet();
    }

    /** Returns how many members succeeded and keep their results. */
    public long succeeded() {
        return kept.values().stream()
                .filter(result -> result.status() == TaskStatus.SUCCESS)
                .count();
    }

    /**
     * Returns the members that run.
     *
     * @param onHosts restored results of other fan-out tasks
     */
    public MemberSelection selection(Optional<Set<String>> limit, Map<TaskId, Map<String, TaskResult>> onHosts) {
        Map<TaskId, Map<String, TaskResult>> all = new TreeMap<>(onHosts);
        if (ofHosts) {
            all.put(group, kept);
        }
        return new MemberSelection(limit, Optional.of(group), Set.copyOf(kept.keySet()), known, all);
    }

    /** Returns the results of the sub-tasks that keep them; none if the members are hosts. */
    public Map<TaskId, TaskResult> results() {
        Map<TaskId, TaskResult> results = new HashMap<>();
        if (!ofHosts) {
            kept.forEach((name, result) -> results.put(TaskId.parse(name).orElseThrow(), result));
        }
        return results;
    }
}
