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
 * Names tasks by their planned commands, so that every run of a file has the same names. Executed command lines differ from
 * run to run, because they contain results.
 */
public final class TaskNames {

    private final String workflow;
    private final Map<TaskId, PlannedTask> plan = new HashMap<>();

    public TaskNames(RunRecord run) {
        this.workflow = run.started().map(RunEvent.RunStarted::fileName).orElse("unknown");
        run.plan().forEach(task -> plan.put(task.id(), task));
    }

    /** Returns the name of the task file without its last extension. */
    public String workflow() {
        int dot = workflow.lastIndexOf('.');
        return dot > 0 ? workflow.substring(0, dot) : workflow;
    }

    /** Returns {@code Task 5} for a member of group 5, else {@code Tasks}. */
    public static String group(TaskExecution task) {
        return task.key().parent().map(parent -> "Task " + parent).orElse("Tasks");
    }

    /** Returns the number of a task without its group and retries: {@code 3}, or {@code 3.1} for a repetition. */
    static String number(TaskExecution task) {
        return TaskLabels.number(task.key()).replaceFirst("^[0-9]+-", "");
    }

    /** Returns {@code 3: deploy @VERSION@}, with globals as written: a new value does not change the name. */
    public String name(TaskExecution task) {
        String what = Optional.ofNullable(plan.get(task.key().task()))
                .flatMap(PlannedTask::written)
                .orElseGet(() -> what(task));
        return number(task) + (what.isEmpty() ? "" : ": " + what);
    }

    /** Returns the planned command of a task, or its kind if it has none. */
    public String what(TaskExecution task) {
        PlannedTask planned = plan.get(task.key().task());
        if (planned == null) {
            return task.commandLine();
        }
        return planned.kind().hasCommand() ? planned.command() : what(planned.kind());
    }

    /** Returns the kind of a task without a command; empty for a task with a command. */
    public static String what(TaskKind kind) {
        return switch (kind) {
            case PARALLEL -> "parallel group";
            case CONDITIONAL -> "conditional group";
            case RETURN -> "return";
            case NORMAL, FAN_OUT -> "";
        };
    }
}
