package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.engine.TaskKey;

/** The place of an execution of a task within a page about its run; the same for all its attempts. */
public final class TaskAnchor {

    private TaskAnchor() {}

    public static String of(TaskKey task) {
        return "task-" + execution(task);
    }

    /** Names an execution in addresses: its task, then visit, repetition and position. */
    public static String execution(TaskKey task) {
        String parent = task.parent().map(id -> id + "-").orElse("");
        return parent + task.task() + "." + task.visit() + "." + task.repetition() + "." + task.position();
    }
}
