package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.engine.TaskKey;

/** Identifies an execution of a task in the page of its run. All attempts of an execution share the anchor. */
public final class TaskAnchor {

    private TaskAnchor() {}

    public static String of(TaskKey task) {
        return "task-" + execution(task);
    }

    /** Returns the name of an execution in addresses, such as {@code 5-6.0.0.0}: task, visit, repetition and position. */
    public static String execution(TaskKey task) {
        String parent = task.parent().map(id -> id + "-").orElse("");
        return parent + task.task() + "." + task.visit() + "." + task.repetition() + "." + task.position();
    }
}
