package io.jenkins.plugins.tasker.agent;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.tasker.agent.protocol.Order;
import io.jenkins.plugins.tasker.agent.protocol.Report;
import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandRunner;
import io.jenkins.plugins.tasker.command.Programs;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.UnknownEndException;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.text.Counted;
import io.jenkins.plugins.tasker.validation.HostResolver;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Runs commands on a Jenkins agent, in a session that this class opens and closes. Orders leave without waiting and
 * reports arrive on threads of the connection; no thread of the controller waits for a command.
 *
 * <pre>
 * CONNECTED --(the connection is lost)--> WAITING --(the agent reconnects)---> CONNECTED, reattaches to commands
 *     |                                      |-----(timeout, or abandon())---> UNAVAILABLE, running commands end as unknown
 *     |--(the session fails, or giveUp())-------------------------------------> UNAVAILABLE
 *     |--(close())--> CLOSED
 * </pre>
 *
 * Commands keep running without a connection. New commands wait for the agent. Stopping a command does not wait: its
 * result is then unknown, because the command may still be running. The result of a command is unknown, too, if the agent does not
 * report its end in time ({@link SessionLimits}).
 */
public final class AgentCommandRunner implements CommandRunner, AutoCloseable {

    private static final String OVER = "the run is over";

    private final AgentConnector agent;
    private final SessionLimits limits;
    private final Consumer<String> console;
    private final ShownOutputLog shownOutput;
    private final Map<Integer, AgentCommand> running = new ConcurrentSkipListMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final ReleasedCommands released = new ReleasedCommands();
    private final AgentQueries queries = new AgentQueries(this::current, this::onLost);
    private final AgentConnection.Owner owner = new Owner();
    private final SessionReconnect reconnect;
    private final CommandDeadlines deadlines;

    private Optional<AgentConnection> connection = Optional.empty();
    private String unavailable = "";
    private boolean abandoned;

    /**
     * Opens a session on the agent of a workspace.
     *
     * @param reconnectTimeout time that an agent has to reconnect after its connection was lost
     * @param console receives a message when the connection is lost and when the agent reconnects
     * @throws IOException if the agent is not connected or cannot open the session
     */
    public AgentCommandRunner(
            SessionPlace place, Duration reconnectTimeout, Consumer<String> console, ShownOutputLog shownOutput)
            throws IOException, InterruptedException {
        this(new WorkspaceAccess(place), SessionLimits.standard(reconnectTimeout), console, shownOutput);
    }

    AgentCommandRunner(AgentConnector agent, SessionLimits limits, Consumer<String> console, ShownOutputLog shownOutput)
            throws IOException, InterruptedException {
        this.agent = agent;
        this.limits = limits;
        this.console = console;
        this.shownOutput = shownOutput;
        this.reconnect = new SessionReconnect(agent, owner, limits, console);
        this.deadlines = new CommandDeadlines(agent.name(), limits, this::sendKill);
        VirtualChannel channel =
                agent.channel().orElseThrow(() -> new IOException("the agent " + agent.name() + " is not connected"));
        onConnected(SessionOpening.open(agent, channel, owner, limits.opening()));
    }

    private final class Owner implements AgentConnection.Owner {

        @Override
        public void onReport(AgentConnection from, Report.OfCommand report) {
            AgentCommand command = running.get(report.command());
            if (command != null) {
                command.onReport(from, report);
            }
        }

        @Override
        public void onLost(AgentConnection lost) {
            AgentCommandRunner.this.onLost(lost);
        }

        @Override
        public void onBroken(AgentConnection broken, String reason) {
            AgentCommandRunner.this.onBroken(broken, reason);
        }
    }

    /** Checks that commands can start; see {@link AgentQueries#checkShell}. */
    public void checkShell() throws IOException, InterruptedException {
        queries.checkShell(agent);
    }

    /** The programs on the agent. */
    public Programs programs() {
        return queries.programs();
    }

    /** Resolves and reaches hosts from the agent. */
    public HostResolver hosts() {
        return queries.hosts();
    }

    /** Waits while there is no connection. */
    private synchronized AgentConnection current() {
        while (connection.isEmpty() && unavailable.isEmpty()) {
            OpenQuestions.await(this, agent.name());
        }
        return connection.orElseThrow(() -> new UnknownEndException(unavailable));
    }

    @Override
    public RunningCommand start(Command command, OutputListener listener) {
        return submit(command, listener, false);
    }

    @Override
    public RunningCommand reattach(Command command, OutputListener listener) {
        return submit(command, listener, true);
    }

    private synchronized RunningCommand submit(Command command, OutputListener listener, boolean reattach) {
        AgentCommand submitted =
                new AgentCommand(ids.getAndIncrement(), command, shownOutput.open(command, listener), reattach, this);
        if (unavailable.isEmpty()) {
            running.put(submitted.id(), submitted);
            submitted.result().whenComplete((result, failure) -> running.remove(submitted.id()));
            connection.ifPresent(current -> send(current, submitted));
        } else if (reattach) {
            submitted.fail(unavailable);
        } else {
            submitted.reject(unavailable);
        }
        return submitted;
    }

    private void send(AgentConnection to, AgentCommand command) {
        Order.Start order = command.order(released.take());
        try {
            to.start(order);
        } catch (IllegalArgumentException e) {
            command.reject("its arguments and variables are too long: " + e.getMessage());
            return;
        }
        if (command.isTerminated()) {
            sendStop(to, command);
        } else {
            deadlines.armEnd(command);
        }
    }

    private void sendStop(AgentConnection to, AgentCommand command) {
        to.send(new Order.Stop(command.id(), command.isKilled()));
        deadlines.armStop(command);
    }

    private synchronized void sendKill(AgentCommand command) {
        connection.ifPresent(current -> current.send(new Order.Stop(command.id(), true)));
    }

    void stop(AgentCommand command) {
        synchronized (this) {
            if (connection.isPresent()) {
                if (running.containsKey(command.id())) {
                    sendStop(connection.get(), command);
                }
                return;
            }
        }
        command.fail("the agent " + agent.name() + " is not connected, so it cannot be ended");
    }

    void release(AgentCommand command) {
        released.add(command.id());
    }

    private void onConnected(AgentConnection fresh) {
        synchronized (this) {
            if (unavailable.isEmpty()) {
                connection = Optional.of(fresh);
                running.values().forEach(command -> send(fresh, command));
                notifyAll();
            } else {
                // the run has ended or no longer waits
                fresh.detach(new UnknownEndException(unavailable));
                return;
            }
        }
        fresh.repeatFailure();
    }

    /** Treats the current connection as lost. */
    synchronized void onLost() {
        connection.ifPresent(this::onLost);
    }

    private void onLost(AgentConnection lost) {
        String message;
        synchronized (this) {
            if (!connection.equals(Optional.of(lost))) {
                return;
            }
            connection = Optional.empty();
            lost.detach(new LostConnectionException());
            running.values().forEach(AgentCommand::disarm);
            message = "The connection to the agent " + agent.name() + " was lost; "
                    + Counted.of(running.size(), "command keeps running", "commands keep running") + " there.";
            if (abandoned) {
                giveUp("the agent " + agent.name() + " disconnected after the run was aborted");
                return;
            }
        }
        console.accept(message + " Waiting up to " + limits.reconnect().toSeconds() + " s for the agent to reconnect");
        reconnect.start(this::onConnected, this::giveUp);
    }

    private void onBroken(AgentConnection broken, String reason) {
        synchronized (this) {
            if (!connection.equals(Optional.of(broken))) {
                return;
            }
        }
        giveUp("the session on the agent " + agent.name() + " failed: " + reason);
    }

    /** Ends the session for good. Commands may keep running, and their results are unknown. */
    private void giveUp(String reason) {
        Optional<AgentConnection> last;
        synchronized (this) {
            if (!unavailable.isEmpty()) {
                return;
            }
            unavailable = reason;
            last = connection;
            connection = Optional.empty();
            notifyAll();
        }
        reconnect.cancel();
        last.ifPresent(current -> current.detach(new UnknownEndException(reason)));
        running.values().forEach(command -> command.fail(reason));
    }

    /** Stops waiting for an agent that is not connected, now or later, because the run was aborted. Returns at once. */
    public void abandon() {
        synchronized (this) {
            abandoned = true;
            if (connection.isPresent()) {
                return;
            }
        }
        giveUp("the agent " + agent.name() + " was not connected when the run was aborted");
    }

    /** Stops waiting for the agent after some time, whatever the agent does, because the run was aborted. Returns at once. */
    public void abandonAfter(Duration time) {
        abandon();
        SessionLimits.after(
                time,
                () -> giveUp("the agent " + agent.name() + " did not end its commands within " + time.toSeconds()
                        + " s after the run was aborted"));
    }

    @Override
    public void close() {
        Optional<AgentConnection> last;
        synchronized (this) {
            last = connection;
            connection = Optional.empty();
            unavailable = unavailable.isEmpty() ? OVER : unavailable;
            notifyAll();
        }
        reconnect.cancel();
        last.ifPresent(current -> current.close(limits.closing()));
        running.values().forEach(command -> command.fail(OVER));
    }
}
