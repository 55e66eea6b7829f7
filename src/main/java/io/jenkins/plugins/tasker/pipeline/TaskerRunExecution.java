package io.jenkins.plugins.tasker.pipeline;

import io.jenkins.plugins.tasker.agent.WorkspaceAddress;
import io.jenkins.plugins.tasker.run.SavedSettings;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** A step of an earlier version, which continues as {@link io.jenkins.plugins.tasker.steps.TaskerRunExecution}. */
@SuppressWarnings("unused") // deserialization fills the fields
final class TaskerRunExecution extends StepExecution {

    private static final long serialVersionUID = 1L;

    private String file;
    private SavedSettings settings;
    private String id;
    private String node;
    private String workspace;

    private TaskerRunExecution(StepContext context) {
        super(context);
    }

    private Object readResolve() {
        return new io.jenkins.plugins.tasker.steps.TaskerRunExecution(
                getContext(), file, settings, id, new WorkspaceAddress(node, workspace));
    }

    @Override
    public boolean start() {
        throw new UnsupportedOperationException();
    }
}
