package io.jenkins.plugins.tasker.taskfile;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The interpreted tasks of a file, ready to run. A workflow can be created from any file without the starred errors of
 * rule 13.2. Other errors appear at run time.
 */
public final class Workflow {

    private final NavigableMap<TaskId, Task> tasks = new TreeMap<>();
    private final Set<TaskId> subTasks = new HashSet<>();
    private final Set<TaskId> jumpTargets = new HashSet<>();
    private final Set<TaskId> handlers = new HashSet<>();
    private final Set<TaskId> usedFailures = new HashSet<>();
    private final Set<TaskId> namedHosts = new HashSet<>();
    private final Set<TaskId> usedOnHosts = new HashSet<>();
    private final TaskOrder order;

    private Workflow(Iterable<Task> definitions) {
        // The later of two tasks with the same number replaces the earlier one (rule 2.13).
        definitions.forEach(task -> tasks.put(task.id(), task));
        tasks.values().forEach(this::index);
        order = new TaskOrder(tasks.keySet(), this::isSubTask, this::isJumpTarget, this::isHandler);
    }

    /**
     * Interprets a task file.
     *
     * @param overrides values of globals that replace those of the file
     * @throws IllegalArgumentException if a task number is unreadable, which validation reports as E02 or E03
     */
    public static Workflow of(TaskFile file, Map<String, String> overrides) {
        Globals globals = Globals.of(file.globals(), overrides);
        return of(file.tasks().stream()
                .map(entry -> new TaskFields(entry, globals))
                .toList());
    }

    /**
     * Interprets tasks.
     *
     * @throws IllegalArgumentException if a task number is unreadable, which validation reports as E02 or E03
     */
    public static Workflow of(Collection<TaskFields> tasks) {
        Workflow workflow = new Workflow(
                tasks.stream().map(fields -> new TaskReader(fields).read()).toList());
        workflow.usedFailures.addAll(FailureUse.of(tasks, workflow));
        workflow.tasks.values().forEach(workflow::addMembersOfUsedGroup);
        tasks.forEach(workflow::addReferences);
        return workflow;
    }

    private void addReferences(TaskFields fields) {
        for (Field field : fields.given()) {
            for (ResultReference reference : fields.template(field).references()) {
                if (reference.name().isHostList()) {
                    namedHosts.add(reference.task());
                } else if (reference.onHost()) {
                    usedOnHosts.add(reference.task());
                }
            }
        }
    }

    private void addMembersOfUsedGroup(Task task) {
        if (task instanceof Task.Group group && usedFailures.contains(group.id())) {
            usedFailures.addAll(group.members());
        }
    }

    private void index(Task task) {
        TaskFlow flow = null;
        if (task instanceof Task.Normal normal) {
            flow = normal.flow();
        } else if (task instanceof Task.Group group) {
            flow = group.flow();
            subTasks.addAll(group.members());
        }
        if (flow != null) {
            flow.onSuccess().ifPresent(jumpTargets::add);
            flow.onFailure().ifPresent(jumpTargets::add);
            flow.onFailure().ifPresent(handlers::add);
        }
    }

    /** Returns all tasks in the order of their ids. */
    public NavigableMap<TaskId, Task> tasks() {
        return Collections.unmodifiableNavigableMap(tasks);
    }

    public Optional<Task> find(TaskId id) {
        return Optional.ofNullable(tasks.get(id));
    }

    /** Returns whether a parallel or conditional task lists this id (rule 1.5). */
    public boolean isSubTask(TaskId id) {
        return subTasks.contains(id);
    }

    /** Returns whether an {@code on_success} or {@code on_failure} names this id (rule 1.6). */
    public boolean isJumpTarget(TaskId id) {
        return jumpTargets.contains(id);
    }

    /** Returns whether an {@code on_failure} names this id (rule 1.6). */
    public boolean isHandler(TaskId id) {
        return handlers.contains(id);
    }

    /** Returns whether a field of the file uses the failure of this task, or of a group of which it is a member (rule 18.2). */
    public boolean isFailureUsed(TaskId id) {
        return usedFailures.contains(id);
    }

    /** Returns whether a field of the file refers to the results that a fan-out task has on each host (rule 19.5). */
    public boolean usesResultsOnHosts(TaskId fanOut) {
        return usedOnHosts.contains(fanOut);
    }

    /** Returns whether a field of the file names the hosts of a group (rule 19.8). */
    public boolean namesHostsOf(TaskId group) {
        return namedHosts.contains(group);
    }

    /**
     * The task that comes after another one by its number (rules 9.5 to 9.7).
     *
     * @param onFailurePath whether the run is on the failure path, where handlers are not passed over (rule 9.6)
     * @param mode decides whether a gap ends the run
     */
    public FollowingTask following(TaskId id, boolean onFailurePath, RunMode mode) {
        return order.following(id, onFailurePath, mode);
    }

    /** Returns the lowest id that is not a sub-task (rule 9.1), or the lowest id if all tasks are sub-tasks. */
    public TaskId start() {
        return tasks.keySet().stream().filter(id -> !isSubTask(id)).findFirst().orElseGet(tasks::firstKey);
    }
}
