package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.Optional;

/**
 * Names one attempt of one task within a run; no two attempts have the same key.
 *
 * @param task the task itself, for a sub-task the sub-task
 * @param repetition 0 for the first run of a loop, 1 for its first repetition (of the parent, for a sub-task)
 * @param visit how often the flow had come to the task (or its parent) before
 * @param parent the group within which the task runs
 * @param position place in the group's list, from 0; a task that is listed twice has two
 * @param retry 0 for the first attempt of a sub-task
 */
public record TaskKey(TaskId task, int repetition, int visit, Optional<TaskId> parent, int position, int retry) {

    static TaskKey of(TaskId task, int repetition, int visit) {
        return new TaskKey(task, repetition, visit, Optional.empty(), 0, 0);
    }

    TaskKey member(TaskId subTask, int place) {
        return new TaskKey(subTask, repetition, visit, Optional.of(task), place, 0);
    }

    TaskKey retry(int attempt) {
        return new TaskKey(task, repetition, visit, parent, position, attempt);
    }

    /** The key of the task as a whole, whichever attempt this is. */
    public TaskKey firstAttempt() {
        return retry(0);
    }

    /** Names the attempt within its run in letters, digits, points and hyphens, for files and orders. */
    String id() {
        return parent.map(id -> id + "-" + position + "-").orElse("") + task + "." + visit + "." + repetition + "."
                + retry;
    }

    /** The label of rule 16.3, such as {@code Task 5-6.1}. */
    public String label() {
        String name = parent.map(id -> id + "-").orElse("") + task;
        int number = parent.isPresent() ? retry : repetition;
        return "Task " + name + (number == 0 ? "" : "." + number);
    }

    /** Written down, like {@link #hashCode}: the JVM assembles those of a record at run time, when a start has no time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TaskKey key
                && task.equals(key.task)
                && repetition == key.repetition
                && visit == key.visit
                && parent.equals(key.parent)
                && position == key.position
                && retry == key.retry;
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
