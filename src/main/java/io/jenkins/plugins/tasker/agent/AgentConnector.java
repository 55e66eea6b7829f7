package io.jenkins.plugins.tasker.agent;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.tasker.agent.protocol.Order;
import io.jenkins.plugins.tasker.agent.protocol.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Consumer;

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

    /** Returns the name of the decorator through which the controller starts the shell of the session; empty without one. */
    default Optional<String> decorator() throws IOException, InterruptedException {
        return Optional.empty();
    }

    /** Starts a shell that the session has requested. Returns at once. */
    default void launchShell(Report.LaunchShell request, Consumer<Order> orders) {
        orders.accept(new Order.ShellEnded(request.number(), "this session starts its shell itself"));
    }

    /** Kills a shell that {@link #launchShell} has started. Returns at once. */
    default void killShell(Report.KillShell request) {
        // there is none
    }
}
