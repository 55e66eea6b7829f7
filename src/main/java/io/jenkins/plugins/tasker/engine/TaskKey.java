package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.Optional;

/**
 * Identifies one attempt of one task within a run.
 *
 * <p>A plain class instead of a record: the JVM assembles {@code equals} and {@code hashCode} of a record at run time, which
 * delays the start of the command.
 */
public final class TaskKey {

    private final TaskId task;
    private final int visit;
    private final int repetition;
    private final Optional<TaskId> parent;
    private final int position;
    private final int retry;
    private final String host;

    private TaskKey(
            TaskId task, int visit, int repetition, Optional<TaskId> parent, int position, int retry, String host) {
        this.task = task;
        this.visit = visit;
        this.repetition = repetition;
        this.parent = parent;
        this.position = position;
        this.retry = retry;
        this.host = host;
    }

    /** Creates the key of the first visit of a task. */
    public static TaskKey of(TaskId task) {
        return new TaskKey(task, 0, 0, Optional.empty(), 0, 0, "");
    }

    /** Returns the key of the same task for another visit of the flow, counted from 0. */
    public TaskKey visit(int number) {
        return new TaskKey(task, number, repetition, parent, position, retry, host);
    }

    /** Returns the key of the same task for another repetition of its loop, counted from 0. */
    public TaskKey repetition(int number) {
        return new TaskKey(task, visit, number, parent, position, retry, host);
    }

    /**
     * Returns the key of a member of this group.
     *
     * @param position in the list of the group, counted from 0
     */
    public TaskKey member(TaskId subTask, int position) {
        return new TaskKey(subTask, visit, repetition, Optional.of(task), position, 0, "");
    }

    /**
     * Returns the key of this fan-out task on one of its hosts.
     *
     * @param position in the list of hosts, counted from 0
     */
    public TaskKey onHost(String name, int position) {
        return new TaskKey(task, visit, repetition, Optional.of(task), position, 0, name);
    }

    /** Returns the key of another attempt; 0 for the first one. */
    public TaskKey retry(int number) {
        return new TaskKey(task, visit, repetition, parent, position, number, host);
    }

    /**
     * Returns the key of the pause before a wave of this group, which a {@link RunEvent.Waited} names.
     *
     * @param number counted from 0
     */
    TaskKey wave(int number) {
        return retry(number);
    }

    /** Returns the key of the execution to which this attempt belongs: that of its first attempt. */
    public TaskKey firstAttempt() {
        return retry(0);
    }

    /** Returns the key of the same entry in the task file, without visits, repetitions and retries. */
    public TaskKey firstVisit() {
        return new TaskKey(task, 0, 0, parent, position, 0, host);
    }

    /** Returns the host of a member of a fan-out task; empty for all others. */
    public String host() {
        return host;
    }

    /** Returns whether this is one of the hosts of a fan-out task. */
    public boolean isOnHost() {
        return !host.isEmpty();
    }

    /** Returns the task itself; for a member, the sub-task or the fan-out task. */
    public TaskId task() {
        return task;
    }

    /** Returns how often the flow had reached the task, or its parent, before. */
    public int visit() {
        return visit;
    }

    /** Returns 0 for the first pass of a loop, 1 for its first repetition; for a member, that of its parent. */
    public int repetition() {
        return repetition;
    }

    /** Returns the group of a member; empty for other tasks. */
    public Optional<TaskId> parent() {
        return parent;
    }

    /** Returns the position in the list of the group, counted from 0; a task that is listed twice has two positions. */
    public int position() {
        return position;
    }

    /** Returns 0 for the first attempt, 1 for the first retry. */
    public int retry() {
        return retry;
    }

    /** Returns a name of the attempt that is unique within its run: letters, digits, points and hyphens. */
    public String id() {
        return parent.map(id -> id + "-" + position + "-").orElse("") + task + "." + visit + "." + repetition + "."
                + retry;
    }

    /** Returns the label of rules 16.3 and 19.11, such as {@code Task 5-6.1} or {@code Task 5.1@web01}. */
    public String label() {
        if (isOnHost()) {
            return "Task " + task + (repetition == 0 ? "" : "." + repetition) + "@" + host
                    + (retry == 0 ? "" : "#" + retry);
        }
        String name = parent.map(id -> id + "-").orElse("") + task;
        int number = parent.isPresent() ? retry : repetition;
        return "Task " + name + (number == 0 ? "" : "." + number);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TaskKey key
                && task.equals(key.task)
                && repetition == key.repetition
                && visit == key.visit
                && parent.equals(key.parent)
                && position == key.position
                && retry == key.retry
                && host.equals(key.host);
    }

    @Override
    public int hashCode() {
        int hash = 31 * task.hashCode() + repetition;
        hash = 31 * hash + visit;
        hash = 31 * hash + parent.hashCode();
        hash = 31 * hash + position;
        return 31 * hash + retry;
    }

    @Override
    public String toString() {
        return label();
    }
}
