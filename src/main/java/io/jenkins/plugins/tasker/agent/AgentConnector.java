package io.jenkins.plugins.tasker.agent;

import hudson.remoting.VirtualChannel;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Opens sessions on the agent of a run. */
interface AgentConnector {

    /** Name of the agent in messages. */
    String name();

    /** Empty while the agent is not connected. */
    Optional<VirtualChannel> channel();

    /**
     * Opens a session; may block.
     *
     * @param reports receives the reports of the session; the agent closes it
     * @return receives the orders; the caller closes it
     */
    OutputStream open(VirtualChannel channel, OutputStream reports) throws IOException, InterruptedException;
}
