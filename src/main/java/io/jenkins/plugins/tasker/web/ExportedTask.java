package io.jenkins.plugins.tasker.web;

import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.journal.TaskState;
import io.jenkins.plugins.tasker.journal.outputs.StoredOutputs;
import io.jenkins.plugins.tasker.report.TaskAnchor;
import java.io.IOException;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** One execution of a task in the REST interface. */
@ExportedBean
public final class ExportedTask {

    private final TaskExecution task;
    private final boolean live;
    private final StoredOutputs outputs;

    ExportedTask(TaskExecution task, boolean live, StoredOutputs outputs) {
        this.task = task;
        this.live = live;
        this.outputs = outputs;
    }

    @Exported
    public String getId() {
        return task.key().task().toString();
    }

    /** Returns the id of the group that the task is a member of. */
    @Exported
    public String getParent() {
        return task.key().parent().map(Object::toString).orElse(null);
    }

    @Exported
    public int getRepetition() {
        return task.key().repetition();
    }

    /** Returns the value of the parameter {@code task} of {@code output}. */
    @Exported
    public String getExecution() {
        return TaskAnchor.execution(task.key());
    }

    @Exported
    public String getHost() {
        return task.isGroup() ? null : task.hostname();
    }

    @Exported
    public String getCommand() {
        return task.commandLine();
    }

    /** Returns the bytes of the complete output, if the record holds only parts of it and the build stores it; else 0. */
    @Exported
    public long getStoredOutput() throws IOException {
        return outputs.bytes(task);
    }

    @Exported
    public int getAttempts() {
        return task.attempts().isEmpty() ? 0 : task.retries() + 1;
    }

    @Exported
    public Integer getExitCode() {
        return task.result().map(TaskResult::exitCode).orElse(null);
    }

    @Exported
    public long getStart() {
        return task.start().toEpochMilli();
    }

    /** Returns the duration in milliseconds. */
    @Exported
    public long getDuration() {
        return task.duration().toMillis();
    }

    @Exported
    public String getStatus() {
        return live && task.state() == TaskState.UNKNOWN
                ? "RUNNING"
                : task.state().name();
    }
}
