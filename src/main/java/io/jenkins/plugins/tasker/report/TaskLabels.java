package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.text.OnHost;

/** Labels of task executions (rule 16.3). An execution has the label of its last attempt. */
public final class TaskLabels {

    private TaskLabels() {}

    /** Returns the label, such as {@code Task 5-6.1}. */
    public static String of(TaskExecution task) {
        return lastAttempt(task).label();
    }

    /** Returns the label with its host, such as {@code Task 5-6.1 on web1}. */
    public static String onHost(TaskExecution task) {
        return OnHost.of(of(task), task.hostname());
    }

    /** Returns the label without its first word, such as {@code 5-6.1}, for tables. */
    public static String number(TaskExecution task) {
        return number(lastAttempt(task));
    }

    /** Returns the label of an attempt without its first word. */
    public static String number(TaskKey attempt) {
        return attempt.label().substring("Task ".length());
    }

    private static TaskKey lastAttempt(TaskExecution task) {
        return task.attempts().isEmpty()
                ? task.key()
                : task.attempts().get(task.attempts().size() - 1).started().task();
    }
}
