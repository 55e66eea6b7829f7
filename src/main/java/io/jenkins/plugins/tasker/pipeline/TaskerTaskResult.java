package io.jenkins.plugins.tasker.pipeline;

import io.jenkins.plugins.tasker.steps.TaskerTaskResult.Outputs;
import java.io.Serializable;

/** The result of a task in a variable of a script, which becomes a {@link io.jenkins.plugins.tasker.steps.TaskerTaskResult}. */
@SuppressWarnings("unused") // deserialization fills the fields
final class TaskerTaskResult implements Serializable {

    private static final long serialVersionUID = 1L;

    private boolean success;
    private int exitCode;
    private String stdout;
    private String stderr;
    private String hostname;
    private double duration;

    private TaskerTaskResult() {}

    private Object readResolve() {
        return new io.jenkins.plugins.tasker.steps.TaskerTaskResult(
                success, exitCode, new Outputs(stdout, stderr), hostname, duration);
    }
}
