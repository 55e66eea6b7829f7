package io.jenkins.plugins.tasker.agent;

import hudson.remoting.VirtualChannel;
import java.io.IOException;
import java.util.Optional;

/** Opens sessions on the agent of a run. */
interface AgentConnector {

    /** Name of the agent in messages. */
    String name();

    /** Empty while the agent is not connected. */
    Optional<VirtualChannel> channel();

    /** @param reports receives the reports of the session; already exported to the agent */
    CommandSession open(VirtualChannel channel, ReportReceiver reports) throws IOException, InterruptedException;
}
