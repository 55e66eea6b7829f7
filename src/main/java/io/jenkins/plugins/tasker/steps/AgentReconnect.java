package io.jenkins.plugins.tasker.steps;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.TaskListener;
import io.jenkins.plugins.tasker.agent.WorkspaceAddress;
import io.jenkins.plugins.tasker.configuration.TaskerConfiguration;
import io.jenkins.plugins.tasker.run.BuildContext;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Where a run goes on after a restart of Jenkins: its agent comes back some time later, or never. */
final class AgentReconnect {

    private static final Logger LOGGER = Logger.getLogger(AgentReconnect.class.getName());
    private static final long LOOK_MILLIS = 250;

    private final StepContext context;
    private final WorkspaceAddress address;
    private final CountDownLatch abandoned = new CountDownLatch(1);

    AgentReconnect(StepContext context, WorkspaceAddress address) {
        this.context = context;
        this.address = address;
    }

    /** Somebody wants the run to end. */
    void abandon() {
        abandoned.countDown();
    }

    /**
     * Waits for the agent.
     *
     * @throws AbortException if it does not come back in time, or the build is aborted before
     */
    BuildContext await(TaskListener console) throws IOException, InterruptedException {
        Duration patience = TaskerConfiguration.get().agentReconnectTimeout();
        long start = System.nanoTime();
        boolean told = false;
        while (true) {
            Optional<BuildContext> place = find(console);
            if (place.isPresent()) {
                return place.get();
            }
            if (!told) {
                told = true;
                console.getLogger()
                        .println("Waiting up to " + patience.toSeconds() + " s for the agent " + address.agent()
                                + " to come back after the restart of Jenkins");
            }
            if (System.nanoTime() - start > patience.toNanos()) {
                throw new AbortException("the agent " + address.agent() + " did not come back within "
                        + patience.toSeconds() + " s after Jenkins was restarted");
            }
            if (abandoned.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new AbortException("the agent " + address.agent()
                        + " was not back after the restart of Jenkins when the build was aborted");
            }
        }
    }

    private Optional<BuildContext> find(TaskListener console) throws InterruptedException {
        Optional<FilePath> workspace = address.find();
        if (workspace.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(TaskerRunExecution.place(context, workspace.get(), console));
        } catch (IOException e) {
            // the block around the step is still waiting for the agent itself
            LOGGER.log(Level.FINE, "The agent is there, but not yet for the build", e);
            return Optional.empty();
        }
    }
}
