package io.jenkins.plugins.tasker.steps;

import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.run.RunOutcome;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/**
 * The return value of {@code taskerRun}, used as in {@code result.tasks['5'].stdout}. A script may keep it in a variable across
 * a restart of Jenkins. It has plain fields, because the serialization of Pipeline does not support records.
 */
public final class TaskerResult implements Serializable {

    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String finalTask;
    private final LinkedHashMap<String, TaskerTaskResult> tasks;

    TaskerResult(RunOutcome outcome) {
        exitCode = outcome.exitCode();
        finalTask = outcome.record()
                .lastTask()
                .map(task -> task.key().task().toString())
                .orElse("");
        tasks = new LinkedHashMap<>();
        for (TaskExecution task : outcome.record().tasks()) {
            task.storedResult()
                    .filter(result -> !task.key().isOnHost())
                    .ifPresent(result -> tasks.put(task.key().task().toString(), new TaskerTaskResult(result)));
        }
    }

    /** @param finalTask id of the last task that the run executed, or empty */
    public TaskerResult(int exitCode, String finalTask, Map<String, TaskerTaskResult> tasks) {
        this.exitCode = exitCode;
        this.finalTask = finalTask;
        this.tasks = new LinkedHashMap<>(tasks);
    }

    @Whitelisted
    public boolean isSuccess() {
        return exitCode == 0;
    }

    @Whitelisted
    public int getExitCode() {
        return exitCode;
    }

    /** Returns the id of the last executed task; empty if the run executed none. */
    @Whitelisted
    public String getFinalTask() {
        return finalTask;
    }

    /** Returns the executed and skipped tasks by id, with the last execution of a repeated task. */
    @Whitelisted
    public Map<String, TaskerTaskResult> getTasks() {
        return Collections.unmodifiableMap(tasks);
    }

    @Override
    public String toString() {
        return "exit code " + exitCode + ", tasks " + tasks;
    }
}
