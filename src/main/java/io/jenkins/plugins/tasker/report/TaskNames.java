package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.engine.PlannedTask;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.TaskKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Names of a run and its tasks that are the same in the next run of the same file: made of what is planned, since command
 * lines hold results of this very run.
 */
public final class TaskNames {

    private final String workflow;
    private final Map<TaskId, PlannedTask> plan = new HashMap<>();

    public TaskNames(RunRecord run) {
        this.workflow = run.started().map(RunEvent.RunStarted::fileName).orElse("unknown");
        run.plan().forEach(task -> plan.put(task.id(), task));
    }

    /** The task file without its last extension. */
    public String workflow() {
        int dot = workflow.lastIndexOf('.');
        return dot > 0 ? workflow.substring(0, dot) : workflow;
    }

    /** {@code Tasks}, or {@code Task 5} for what runs within that group. */
    public static String group(TaskExecution task) {
        return task.key().parent().map(parent -> "Task " + parent).orElse("Tasks");
    }

    /** The number of a task as its label shows it, without retries: {@code 3}, {@code 3.1} for a repetition. */
    static String number(TaskExecution task) {
        return task.key().label().substring("Task ".length()).replaceFirst("^[0-9]+-", "");
    }

    /** {@code 3: systemctl status nginx}; with globals as written, so that a new version is no new test. */
    public String name(TaskExecution task) {
        String what = Optional.ofNullable(plan.get(task.key().task()))
                .flatMap(PlannedTask::written)
                .orElseGet(() -> what(task));
        return number(task) + (what.isEmpty() ? "" : ": " + what);
    }

    /** What a task does, in a few words. */
    public String what(TaskExecution task) {
        PlannedTask planned = plan.get(task.key().task());
        if (planned == null) {
            return task.commandLine();
        }
        return planned.kind() == TaskKind.NORMAL ? planned.command() : what(planned.kind());
    }

    /** What a task without command does. */
    public static String what(TaskKind kind) {
        return switch (kind) {
            case PARALLEL -> "parallel group";
            case CONDITIONAL -> "conditional group";
            case RETURN -> "return";
            case NORMAL -> "";
        };
    }
}
