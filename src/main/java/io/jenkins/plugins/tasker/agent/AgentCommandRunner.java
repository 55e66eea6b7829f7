package io.jenkins.plugins.tasker.agent;

import hudson.FilePath;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.CommandRunner;
import io.jenkins.plugins.tasker.command.Programs;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.UnknownEndException;
import io.jenkins.plugins.tasker.command.output.OutputListener;
import io.jenkins.plugins.tasker.text.Counted;
import io.jenkins.plugins.tasker.validation.HostResolver;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Runs commands on a Jenkins agent, in a {@link CommandSession} that this class opens and closes. Orders leave without
 * waiting and reports arrive on threads of the connection; no thread of the controller waits for a command.
 *
 * <pre>
 * CONNECTED --(the connection is lost)--> WAITING --(the agent reconnects)---> CONNECTED, reattaches to commands
 *     |                                      |-----(timeout, or abandon())---> UNAVAILABLE, running commands end as unknown
 *     |--(close())--> CLOSED
 * </pre>
 *
 * Commands keep running without a connection. New commands wait for the agent. Stopping a command does not wait: its
 * result is then unknown, because the command may still be running.
 */
public final class AgentCommandRunner implements CommandRunner, AutoCloseable {

    private final AgentConnector agent;
    private final Duration reconnectTimeout;
    private final Consumer<String> console;
    private final ShownOutputLog shownOutput;
    private final Map<Integer, AgentCommand> running = new ConcurrentSkipListMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final ReleasedCommands released = new ReleasedCommands();
    private final AgentQueries queries = new AgentQueries(this::current, this::onLost);
    private final AgentWait reconnect = new AgentWait();

    private Optional<AgentConnection> connection = Optional.empty();
    private String unavailable = "";
    private boolean closed;

    /**
     * Opens a session on the agent of a workspace.
     *
     * @param workspace working directory of the commands
     * @param environment added to the variables of the agent
     * @param run names the run on the agent; no other run may have the same name
     * @param reconnectTimeout time that an agent has to reconnect after its connection was lost
     * @param console receives a message when the connection is lost and when the agent reconnects
     * @param shownOutput records the output that was shown while commands run
     * @throws IOException if the agent is not connected or cannot open the session
     */
    public AgentCommandRunner(
            FilePath workspace,
            Map<String, String> environment,
            String run,
            Duration reconnectTimeout,
            Consumer<String> console,
            ShownOutputLog shownOutput)
            throws IOException, InterruptedException {
        this(new WorkspaceAccess(workspace, environment, run), reconnectTimeout, console, shownOutput);
    }

    AgentCommandRunner(
            AgentConnector agent, Duration reconnectTimeout, Consumer<String> console, ShownOutputLog shownOutput)
            throws IOException, InterruptedException {
        this.agent = agent;
        this.reconnectTimeout = reconnectTimeout;
        this.console = console;
        this.shownOutput = shownOutput;
        VirtualChannel channel =
                agent.channel().orElseThrow(() -> new IOException("the agent " + agent.name() + " is not connected"));
        onConnected(AgentConnection.open(agent, channel, this::onReport, this::onLost));
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
        try {
            while (connection.isEmpty() && unavailable.isEmpty()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownEndException("waiting for the agent " + agent.name() + " was interrupted");
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
            submitted
                    .result()
                    .complete(CommandResult.notStarted(CommandResult.NOT_STARTED, "not started: " + unavailable));
        }
        return submitted;
    }

    /**
     * Reads the result of an ended command again from the agent's files. Waits for the agent.
     *
     * @throws UnknownEndException if the agent does not reconnect, or the files no longer exist
     */
    CommandResult rereadResult(Command command) {
        try {
            return reattach(command, OutputListener.NONE).result().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof UnknownEndException unknown ? unknown : e;
        }
    }

    private void send(AgentConnection to, AgentCommand command) {
        try {
            to.start(command, released.take());
            if (command.isTerminated()) {
                to.stop(command);
            }
        } catch (RuntimeException e) {
            onLost(to);
        }
    }

    synchronized void stop(AgentCommand command) {
        if (connection.isEmpty()) {
            command.fail("the agent " + agent.name() + " is not connected, so it cannot be ended");
        } else if (running.containsKey(command.id())) {
            try {
                connection.get().stop(command);
            } catch (RuntimeException e) {
                onLost(connection.get());
            }
        }
    }

    void release(AgentCommand command) {
        released.add(command.id());
    }

    private boolean onReport(List<CommandReport> reports) {
        boolean ends = false;
        for (CommandReport report : reports) {
            AgentCommand command = running.get(report.command());
            if (command != null) {
                command.onReport(report);
                ends |= command.result().isDone();
            }
        }
        return ends;
    }

    private synchronized void onConnected(AgentConnection fresh) {
        connection = Optional.of(fresh);
        running.values().forEach(command -> send(fresh, command));
        notifyAll();
    }

    /** Treats the current connection as lost. */
    synchronized void onLost() {
        connection.ifPresent(this::onLost);
    }

    private synchronized void onLost(AgentConnection lost) {
        if (closed || !connection.equals(Optional.of(lost))) {
            return;
        }
        connection = Optional.empty();
        lost.forget();
        console.accept("The connection to the agent " + agent.name() + " was lost; "
                + Counted.of(running.size(), "command keeps running", "commands keep running")
                + " there. Waiting up to " + reconnectTimeout.toSeconds() + " s for the agent to reconnect");
        Thread waiting = new Thread(this::awaitAgent, "tasker, waiting for the agent " + agent.name());
        waiting.setDaemon(true);
        waiting.start();
    }

    private void awaitAgent() {
        long start = System.nanoTime();
        try {
            Optional<AgentConnection> fresh = reconnect.poll(reconnectTimeout, this::open);
            if (fresh.isPresent()) {
                console.accept("The agent " + agent.name() + " reconnected after "
                        + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start) + " s");
                onConnected(fresh.get());
            } else if (!reconnect.isCancelled()) {
                giveUp("the agent " + agent.name() + " did not reconnect within " + reconnectTimeout.toSeconds()
                        + " s");
            }
        } catch (InterruptedException e) {
            giveUp("waiting for the agent " + agent.name() + " was interrupted");
        }
    }

    private Optional<AgentConnection> open() throws InterruptedException {
        try {
            Optional<VirtualChannel> channel = agent.channel();
            return channel.isEmpty()
                    ? Optional.empty()
                    : Optional.of(AgentConnection.open(agent, channel.get(), this::onReport, this::onLost));
        } catch (IOException | RuntimeException e) {
            // lost again, or not ready yet
            return Optional.empty();
        }
    }

    private synchronized void giveUp(String reason) {
        unavailable = reason;
        running.values().forEach(command -> command.fail(reason));
        notifyAll();
    }

    /** Stops waiting for an agent that is not connected, because the run was aborted. */
    public synchronized void abandon() {
        if (connection.isEmpty() && unavailable.isEmpty()) {
            reconnect.cancel();
            giveUp("the agent " + agent.name() + " was not connected when the run was aborted");
        }
    }

    @Override
    public void close() {
        Optional<AgentConnection> last;
        synchronized (this) {
            closed = true;
            last = connection;
            connection = Optional.empty();
            unavailable = "the run is over";
        }
        reconnect.cancel();
        last.ifPresent(AgentConnection::close);
        running.values().forEach(command -> command.fail("the run is over"));
    }
}
