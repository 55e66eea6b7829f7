package io.jenkins.plugins.tasker.agent;

import hudson.remoting.Channel;
import hudson.remoting.Command;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.tasker.agent.protocol.FrameReceiver;
import io.jenkins.plugins.tasker.agent.protocol.Order;
import io.jenkins.plugins.tasker.agent.protocol.Question;
import io.jenkins.plugins.tasker.agent.protocol.Report;
import io.jenkins.plugins.tasker.agent.protocol.Reports;
import java.io.IOException;
import java.time.Duration;
import java.util.BitSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The controller's end of a session, for the lifetime of one connection: sends orders into one stream and receives reports from
 * another. Opened once, and ended once by {@link #close} or {@link #detach}; both release everything that the two sides export.
 */
final class AgentConnection {

    /** The class with which remoting acknowledges a part of a stream; another name only costs time. */
    private static final String ACKNOWLEDGEMENT = "hudson.remoting.ProxyOutputStream$Ack";

    /** Receives what happens to a connection, on threads of the connection. */
    interface Owner {

        void onReport(AgentConnection from, Report.OfCommand report);

        /** Called when the connection is lost; may be called repeatedly. Another session can reattach to the commands. */
        void onLost(AgentConnection lost);

        /** Called when the session has failed, although the agent is connected; may be called repeatedly. */
        void onBroken(AgentConnection broken, String reason);
    }

    private final AgentConnector connector;
    private final String agent;
    private final Owner owner;
    private final ReportInbox inbox;
    private final OpenQuestions questions;
    private final BitSet started = new BitSet();
    private final BitSet ended = new BitSet();
    private final CountDownLatch closedByAgent = new CountDownLatch(1);
    private volatile OrderSender orders;
    private Runnable onEnd = () -> {};
    private volatile boolean ending;
    private volatile boolean lost;
    private volatile String broken = "";

    private AgentConnection(AgentConnector agent, Owner owner) {
        this.connector = agent;
        this.agent = agent.name();
        this.owner = owner;
        this.questions = new OpenQuestions(this.agent, this::send);
        this.inbox = new ReportInbox(this.agent, new Receiver());
    }

    /** Opens a session over a channel; may block. */
    static AgentConnection open(AgentConnector agent, VirtualChannel channel, Owner owner)
            throws IOException, InterruptedException {
        AgentConnection opened = new AgentConnection(agent, owner);
        try {
            opened.orders = new OrderSender(
                    agent.open(channel, new FrameReceiver<>(Reports.FRAMING, opened.inbox)),
                    opened.agent,
                    opened::onSendingFailed);
        } catch (IOException | RuntimeException | InterruptedException e) {
            opened.inbox.stop();
            throw e;
        }
        opened.watch(channel);
        return opened;
    }

    private void watch(VirtualChannel channel) {
        if (channel instanceof Channel remote) {
            Channel.Listener listener = new Channel.Listener() {
                @Override
                public void onClosed(Channel closed, IOException cause) {
                    onLost();
                }

                @Override
                public void onRead(Channel channel, Command message, long size) {
                    if (message.getClass().getName().equals(ACKNOWLEDGEMENT)) {
                        orders.onAcknowledged();
                    }
                }
            };
            remote.addListener(listener);
            onEnd = () -> remote.removeListener(listener);
            if (remote.isClosingOrClosed()) {
                onLost();
            }
        }
    }

    private void onLost() {
        lost = true;
        owner.onLost(this);
    }

    private void onBroken(String reason) {
        broken = reason;
        closedByAgent.countDown();
        owner.onBroken(this, reason);
    }

    /** Notifies the owner again of what happened before it knew this connection. */
    void repeatFailure() {
        if (!broken.isEmpty()) {
            owner.onBroken(this, broken);
        } else if (lost) {
            owner.onLost(this);
        }
    }

    private void onSendingFailed(Throwable failure) {
        if (failure instanceof IOException) {
            onLost();
        } else {
            onBroken("sending orders to the agent failed: " + failure);
        }
    }

    private final class Receiver implements ReportInbox.Receiver {

        @Override
        public void onReport(Report report) {
            if (report instanceof Report.Answer answer) {
                questions.onAnswer(answer);
            } else if (report instanceof Report.LaunchShell request) {
                connector.launchShell(request, AgentConnection.this::send);
            } else if (report instanceof Report.KillShell request) {
                connector.killShell(request);
            } else if (report instanceof Report.Broken broken) {
                AgentConnection.this.onBroken(broken.reason());
            } else if (report instanceof Report.OfCommand ofCommand) {
                String violation = violation(ofCommand);
                if (violation.isEmpty()) {
                    owner.onReport(AgentConnection.this, ofCommand);
                } else {
                    AgentConnection.this.onBroken("the agent sent " + violation);
                    inbox.stop();
                }
            }
        }

        @Override
        public void credit(int bytes) {
            send(new Order.Credit(bytes));
        }

        @Override
        public void onClosed() {
            closedByAgent.countDown();
            if (!ending) {
                AgentConnection.this.onBroken("the agent closed the session");
            }
        }

        @Override
        public void onBroken(String reason) {
            AgentConnection.this.onBroken(reason);
        }
    }

    /** Returns what is wrong with a report about a command; empty if nothing is. */
    private synchronized String violation(Report.OfCommand report) {
        boolean end = !(report instanceof Report.Text);
        int command = report.command();
        if (command < 0 || !started.get(command)) {
            return "a report about the unknown command " + command;
        }
        if (ended.get(command)) {
            return "a report about command " + command + " after its end";
        }
        ended.set(command, end);
        return report instanceof Report.Text text && !LiveText.isPermitted(text)
                ? "more output of command " + command + " than a session sends while it runs"
                : "";
    }

    /** @throws IllegalArgumentException if the order is too large */
    void start(Order.Start order) {
        synchronized (this) {
            started.set(order.command());
        }
        send(order);
    }

    /** Adds an order; returns at once. */
    void send(Order order) {
        orders.send(order);
    }

    /** Waits for the answer to a question, see {@link OpenQuestions#ask}. */
    Report.Answer ask(Question question, Duration limit) throws IOException {
        return questions.ask(question, limit);
    }

    /** Ends the session: the agent kills the commands that still run. Waits for the agent until the time is over. */
    void close(Duration limit) {
        ending = true;
        send(new Order.Close());
        orders.finishAcknowledged();
        try {
            if (!limit.isZero()) {
                closedByAgent.await(limit.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end(new LostConnectionException());
    }

    /**
     * Ends the session; commands keep running. Does not wait.
     *
     * @param reason fails the open questions
     */
    void detach(RuntimeException reason) {
        ending = true;
        orders.finish();
        end(reason);
    }

    private void end(RuntimeException reason) {
        onEnd.run();
        inbox.stop();
        questions.fail(reason);
    }
}
