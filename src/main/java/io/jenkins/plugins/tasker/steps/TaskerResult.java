package io.jenkins.plugins.tasker.steps;

import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.run.RunOutcome;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/**
 * What {@code taskerRun} returns to the script, such as {@code result.tasks['5'].stdout}. It may be kept in a variable across
 * a restart of Jenkins, so it consists of plain fields only: Pipeline's serialization knows no records.
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

    /** Id of the last task that was executed; empty if none was. */
    @Whitelisted
    public String getFinalTask() {
        return finalTask;
    }

    /** The tasks that were executed or skipped, by id; of a task that was repeated the last execution. */
    @Whitelisted
    public Map<String, TaskerTaskResult> getTasks() {
        return Collections.unmodifiableMap(tasks);
    }

    @Override
    public String toString() {
        return "exit code " + exitCode + ", tasks " + tasks;
    }
}
