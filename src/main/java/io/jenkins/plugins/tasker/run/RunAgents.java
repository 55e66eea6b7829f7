package io.jenkins.plugins.tasker.run;

import hudson.AbortException;
import hudson.FilePath;
import io.jenkins.plugins.tasker.agent.AgentCommandRunner;
import io.jenkins.plugins.tasker.agent.AgentWait;
import io.jenkins.plugins.tasker.agent.ContextLauncher;
import io.jenkins.plugins.tasker.agent.JenkinsNodes;
import io.jenkins.plugins.tasker.agent.NodeRoutingCommandRunner;
import io.jenkins.plugins.tasker.agent.RunInUseException;
import io.jenkins.plugins.tasker.agent.SessionPlace;
import io.jenkins.plugins.tasker.agent.ShownOutputLog;
import io.jenkins.plugins.tasker.report.log.RunLog;
import io.jenkins.plugins.tasker.text.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Opens the sessions of a run on agents.
 *
 * @param run names the run on the agents
 * @param shownOutput file that records the output that was shown while commands run
 */
record RunAgents(BuildContext context, String run, Duration reconnectTimeout, RunLog log, Path shownOutput) {

    /** Returns the runner that also opens sessions on the nodes which commands name. */
    NodeRoutingCommandRunner router(AgentCommandRunner own) throws IOException {
        FilePath workspace = context.workspace();
        JenkinsNodes nodes = new JenkinsNodes(context.build().getParent(), context.authentication(), context.console());
        return new NodeRoutingCommandRunner(
                own,
                JenkinsNodes.of(workspace),
                nodes,
                node -> connect(new SessionPlace(
                        nodes.workspace(node),
                        nodes.environment(node, context.environment(), workspace),
                        ContextLauncher.PLAIN,
                        run)),
                reconnectTimeout,
                text -> log.write(Level.INFO, text));
    }

    /**
     * Opens the session on the agent of the build; may block.
     *
     * @param newRun whether a wrapper in which no command can start ends the run
     * @throws AbortException if no command can start in the wrapper around the step; the message names it
     */
    AgentCommandRunner own(boolean newRun) throws IOException, InterruptedException {
        AgentCommandRunner own =
                awaitControl(new SessionPlace(context.workspace(), context.environment(), context.launcher(), run));
        if (newRun) {
            try {
                own.checkShell();
            } catch (IOException e) {
                own.close();
                throw new AbortException(e.getMessage());
            } catch (InterruptedException e) {
                own.close();
                throw e;
            }
        }
        return own;
    }

    /** Waits while another JVM has a session for the run: an earlier agent that has not noticed the end of its connection. */
    private AgentCommandRunner awaitControl(SessionPlace place) throws IOException, InterruptedException {
        try {
            return connect(place);
        } catch (RunInUseException e) {
            String seconds = Long.toString(reconnectTimeout.toSeconds());
            log.write(Level.WARN, Messages.RunAgents_waiting(e.getMessage(), seconds));
            Optional<AgentCommandRunner> free = new AgentWait().poll(reconnectTimeout, () -> probe(place));
            return free.orElseThrow(() -> new AbortException(Messages.RunAgents_inUse(e.getMessage())));
        }
    }

    private Optional<AgentCommandRunner> probe(SessionPlace place) throws InterruptedException {
        try {
            return Optional.of(connect(place));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private AgentCommandRunner connect(SessionPlace place) throws IOException, InterruptedException {
        return new AgentCommandRunner(
                place, reconnectTimeout, text -> log.write(Level.WARN, text), new ShownOutputLog(shownOutput));
    }
}
