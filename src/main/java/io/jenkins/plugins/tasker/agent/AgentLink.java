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
final class AgentLink {

    private static final Logger LOGGER = Logger.getLogger(AgentLink.class.getName());

    /** Hears reports; says whether an order is likely to follow. */
    interface Reports {

        boolean hear(List<CommandReport> reports);
    }

    private final CommandSession session;
    private final Outbox outbox;
    private final AtomicLong numbers = new AtomicLong();
    private Runnable whenClosed = () -> {};
    private volatile boolean forgotten;

    private AgentLink(CommandSession session, Outbox outbox) {
        this.session = session;
        this.outbox = outbox;
    }

    /** @param whenLost is told that nothing more will be heard from this link; more than once, perhaps */
    static AgentLink open(AgentAccess agent, VirtualChannel channel, Reports reports, Consumer<AgentLink> whenLost)
            throws IOException, InterruptedException {
        AgentLink[] link = new AgentLink[1];
        Outbox outbox = new Outbox(order -> link[0].session.order(order));
        CommandReports hearing = heard -> {
            if (link[0] != null && link[0].forgotten) {
                // what is under way while the connection ends is told again by the next session
                return List.of();
            }
            outbox.open();
            return outbox.close(reports.hear(heard));
        };
        link[0] = new AgentLink(agent.open(channel, channel.export(CommandReports.class, hearing)), outbox);
        link[0].watch(channel, whenLost);
        return link[0];
    }

    private void watch(VirtualChannel channel, Consumer<AgentLink> whenLost) {
        if (channel instanceof Channel connection) {
            Channel.Listener listener = new Channel.Listener() {
                @Override
                public void onClosed(Channel closed, IOException cause) {
                    whenLost.accept(AgentLink.this);
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
