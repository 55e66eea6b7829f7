package io.jenkins.plugins.tasker.run;

import hudson.FilePath;
import io.jenkins.plugins.tasker.agent.AgentCommandRunner;
import io.jenkins.plugins.tasker.agent.JenkinsNodes;
import io.jenkins.plugins.tasker.agent.NodeRoutingCommandRunner;
import io.jenkins.plugins.tasker.agent.ShownOutputLog;
import io.jenkins.plugins.tasker.report.log.RunLog;
import io.jenkins.plugins.tasker.text.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

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
        JenkinsNodes nodes = new JenkinsNodes(context.build().getParent(), context.console());
        return new NodeRoutingCommandRunner(
                own,
                JenkinsNodes.of(workspace),
                nodes,
                node -> connect(nodes.workspace(node), nodes.environment(node, context.environment(), workspace)),
                reconnectTimeout,
                text -> log.write(Level.INFO, text));
    }

    /** Opens a session; may block. */
    AgentCommandRunner connect(FilePath workspace, Map<String, String> environment)
            throws IOException, InterruptedException {
        return new AgentCommandRunner(
                workspace,
                environment,
                run,
                reconnectTimeout,
                text -> log.write(Level.WARN, text),
                new ShownOutputLog(shownOutput));
    }
}
