package io.jenkins.plugins.tasker.agent;

import hudson.remoting.Channel;
import hudson.remoting.VirtualChannel;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One session on the agent, for the lifetime of one connection. */
final class AgentConnection {

    private static final Logger LOGGER = Logger.getLogger(AgentConnection.class.getName());

    /** Receives the reports of a session. */
    interface ReportHandler {
        /** Returns whether an order is likely to follow at once. */
        boolean onReport(List<CommandReport> reports);
    }

    private final CommandSession session;
    private final OrderQueue orders;
    private final AtomicLong numbers = new AtomicLong();
    private Runnable onClose = () -> {};
    private volatile boolean forgotten;

    private AgentConnection(CommandSession session, OrderQueue orders) {
        this.session = session;
        this.orders = orders;
    }

    /**
     * Opens a session over a channel.
     *
     * @param onLost called when the connection is lost; may be called repeatedly
     */
    static AgentConnection open(
            AgentConnector agent, VirtualChannel channel, ReportHandler handler, Consumer<AgentConnection> onLost)
            throws IOException, InterruptedException {
        AgentConnection[] connection = new AgentConnection[1];
        OrderQueue orders = new OrderQueue(order -> connection[0].session.submit(order));
        ReportReceiver receiver = reports -> {
            if (connection[0] != null && connection[0].forgotten) {
                // the next session reports the same again
                return List.of();
            }
            orders.open();
            return orders.close(handler.onReport(reports));
        };
        connection[0] =
                new AgentConnection(agent.open(channel, channel.export(ReportReceiver.class, receiver)), orders);
        connection[0].watch(channel, onLost);
        return connection[0];
    }

    private void watch(VirtualChannel channel, Consumer<AgentConnection> onLost) {
        if (channel instanceof Channel remote) {
            Channel.Listener listener = new Channel.Listener() {
                @Override
                public void onClosed(Channel closed, IOException cause) {
                    onLost.accept(AgentConnection.this);
                }
            };
            remote.addListener(listener);
            onClose = () -> remote.removeListener(listener);
            if (remote.isClosingOrClosed()) {
                onLost.accept(this);
            }
        }
    }

    CommandSession session() {
        return session;
    }

    void start(AgentCommand command, int[] released) {
        orders.send(command.order(numbers.getAndIncrement(), released));
    }

    void stop(AgentCommand command) {
        orders.send(new CommandOrder.Stop(numbers.getAndIncrement(), command.id(), command.isKilled()));
    }

    void close() {
        onClose.run();
        try {
            session.close();
        } catch (RuntimeException e) {
            LOGGER.log(Level.FINE, "The agent is not connected; its session stays open there", e);
        }
    }

    /** Ignores all further reports, and sends nothing to the agent. */
    void forget() {
        forgotten = true;
        onClose.run();
    }
}
