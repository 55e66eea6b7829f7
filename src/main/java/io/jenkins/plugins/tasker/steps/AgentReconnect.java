package io.jenkins.plugins.tasker.steps;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.tasker.agent.AgentWait;
import io.jenkins.plugins.tasker.agent.WorkspaceAddress;
import io.jenkins.plugins.tasker.configuration.TaskerConfiguration;
import io.jenkins.plugins.tasker.run.BuildContext;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Waits for the agent of a run that continues after a restart of Jenkins. */
final class AgentReconnect {

    private static final Logger LOGGER = Logger.getLogger(AgentReconnect.class.getName());

    private final StepContext context;
    private final WorkspaceAddress address;
    private final AgentWait wait = new AgentWait();

    AgentReconnect(StepContext context, WorkspaceAddress address) {
        this.context = context;
        this.address = address;
    }

    /** Ends the wait, because the build was aborted. */
    void abandon() {
        wait.cancel();
    }

    /**
     * Waits for the agent.
     *
     * @throws AbortException if the agent does not reconnect in time, or the build is aborted before
     */
    BuildContext await(TaskListener console) throws IOException, InterruptedException {
        Optional<BuildContext> connected = find(console);
        if (connected.isEmpty()) {
            long timeout = TaskerConfiguration.get().agentReconnectTimeout().toSeconds();
            console.getLogger().println(Messages.AgentReconnect_waiting(address.agent(), Long.toString(timeout)));
            connected = wait.poll(Duration.ofSeconds(timeout), () -> find(console));
            if (connected.isEmpty()) {
                throw new AbortException(
                        wait.isCancelled()
                                ? Messages.AgentReconnect_aborted(address.agent())
                                : Messages.AgentReconnect_timeout(address.agent(), Long.toString(timeout)));
            }
        }
        return connected.get();
    }

    private Optional<BuildContext> find(TaskListener console) throws InterruptedException {
        Optional<FilePath> workspace = address.find();
        if (workspace.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(TaskerRunExecution.buildContext(context, workspace.get(), console));
        } catch (IOException e) {
            // the block around the step also waits for the agent
            LOGGER.log(Level.FINE, "The agent is connected, but not ready for the build", e);
            return Optional.empty();
        }
    }
}
