package io.jenkins.plugins.tasker.agent;

import hudson.remoting.Channel;
import hudson.remoting.VirtualChannel;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One session on the agent, as long as the connection lasts. */
final class AgentConnection {

    private static final Logger LOGGER = Logger.getLogger(AgentConnection.class.getName());

    /** Hears reports; says whether an order is likely to follow. */
    interface Reports {

        boolean onReport(List<CommandReport> reports);
    }

    private final CommandSession session;
    private final OrderQueue outbox;
    private final AtomicLong numbers = new AtomicLong();
    private Runnable whenClosed = () -> {};
    private volatile boolean forgotten;

    private AgentConnection(CommandSession session, OrderQueue outbox) {
        this.session = session;
        this.outbox = outbox;
    }

    /** @param whenLost is told that nothing more will be heard from this link; more than once, perhaps */
    static AgentConnection open(
            AgentConnector agent, VirtualChannel channel, Reports reports, Consumer<AgentConnection> whenLost)
            throws IOException, InterruptedException {
        AgentConnection[] link = new AgentConnection[1];
        OrderQueue outbox = new OrderQueue(order -> link[0].session.order(order));
        ReportReceiver hearing = heard -> {
            if (link[0] != null && link[0].forgotten) {
                // what is under way while the connection ends is told again by the next session
                return List.of();
            }
            outbox.open();
            return outbox.close(reports.onReport(heard));
        };
        link[0] = new AgentConnection(agent.open(channel, channel.export(ReportReceiver.class, hearing)), outbox);
        link[0].watch(channel, whenLost);
        return link[0];
    }

    private void watch(VirtualChannel channel, Consumer<AgentConnection> whenLost) {
        if (channel instanceof Channel connection) {
            Channel.Listener listener = new Channel.Listener() {
                @Override
                public void onClosed(Channel closed, IOException cause) {
                    whenLost.accept(AgentConnection.this);
                }
            };
            connection.addListener(listener);
            whenClosed = () -> connection.removeListener(listener);
            if (connection.isClosingOrClosed()) {
                whenLost.accept(this);
            }
        }
    }

    CommandSession session() {
        return session;
    }

    void start(AgentCommand command, int[] released) {
        outbox.send(command.order(numbers.getAndIncrement(), released));
    }

    void stop(AgentCommand command) {
        outbox.send(new CommandOrder.Stop(numbers.getAndIncrement(), command.id(), command.isKilled()));
    }

    void close() {
        whenClosed.run();
        try {
            session.close();
        } catch (RuntimeException e) {
            LOGGER.log(Level.FINE, "The agent is gone, and what it holds stays there", e);
        }
    }

    /** Forgets the link without a word to the agent. */
    void forget() {
        forgotten = true;
        whenClosed.run();
    }
}
