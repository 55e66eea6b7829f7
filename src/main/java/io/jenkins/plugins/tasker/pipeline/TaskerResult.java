package io.jenkins.plugins.tasker.pipeline;

import io.jenkins.plugins.tasker.steps.TaskerTaskResult;
import java.io.Serializable;
import java.util.LinkedHashMap;

/** A result in a variable of a script, which becomes a {@link io.jenkins.plugins.tasker.steps.TaskerResult}. */
@SuppressWarnings("unused") // deserialization fills the fields
final class TaskerResult implements Serializable {

    private static final long serialVersionUID = 1L;

    private int exitCode;
    private String finalTask;
    private LinkedHashMap<String, TaskerTaskResult> tasks;

    private TaskerResult() {}

    private Object readResolve() {
        return new io.jenkins.plugins.tasker.steps.TaskerResult(exitCode, finalTask, tasks);
    }
}
