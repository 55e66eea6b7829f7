package io.jenkins.plugins.tasker.agent;

import hudson.remoting.VirtualChannel;
import java.io.IOException;
import java.util.Optional;

/** How to get at the agent of a run, again and again. */
interface AgentConnector {

    /** The agent, as it is called in messages. */
    String name();

    /** Empty while the agent is not connected. */
    Optional<VirtualChannel> channel();

    /** @param reports exported to the agent already */
    CommandSession open(VirtualChannel channel, ReportReceiver reports) throws IOException, InterruptedException;
}
