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
 * Runs commands on a Jenkins agent, in a {@link CommandSession} that this class opens there and closes in the end. Orders
 * are sent without waiting, reports come in on threads of the connection; no thread of the controller waits for a command.
 *
 * <pre>
 * CONNECTED --(the connection is lost)--> WAITING --(the agent is back)--------> CONNECTED, commands are taken up again
 *     |                                      |-----(not in time, or abandon())--> GONE, what runs is unknown
 *     |--(close())--> CLOSED
 * </pre>
 *
 * Commands go on while there is no connection. Orders given meanwhile wait for the agent; to end a command they cannot wait,
 * so it is said that it may still be running.
 */
public final class AgentCommandRunner implements CommandRunner, AutoCloseable {

    private static final long LOOK_MILLIS = 250;

    private final AgentConnector agent;
    private final Duration reconnectTimeout;
    private final Consumer<String> console;
    private final ShownOutputLog told;
    private final Map<Integer, AgentCommand> running = new ConcurrentSkipListMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final ReleasedCommands released = new ReleasedCommands();
    private final AgentQueries questions = new AgentQueries(this::current, this::lost);
    private Optional<AgentConnection> link = Optional.empty();
    private String gone = "";
    private boolean closed;

    /**
     * @param workspace working directory of the commands
     * @param environment added to the agent's own
     * @param run names the run on the agent, and no other
     * @param reconnectTimeout how long to wait for an agent whose connection was lost
     * @param console is told when the agent is lost and when it is back
     * @param told remembers what was shown of the output of commands while they ran
     */
    public AgentCommandRunner(
            FilePath workspace,
            Map<String, String> environment,
            String run,
            Duration reconnectTimeout,
            Consumer<String> console,
            ShownOutputLog told)
            throws IOException, InterruptedException {
        this(new WorkspaceAccess(workspace, environment, run), reconnectTimeout, console, told);
    }

    AgentCommandRunner(AgentConnector agent, Duration reconnectTimeout, Consumer<String> console, ShownOutputLog told)
            throws IOException, InterruptedException {
        this.agent = agent;
        this.reconnectTimeout = reconnectTimeout;
        this.console = console;
        this.told = told;
        VirtualChannel channel =
                agent.channel().orElseThrow(() -> new IOException("the agent " + agent.name() + " is not connected"));
        connected(AgentConnection.open(agent, channel, this::onReport, this::lost));
    }

    /** What can be run on the agent. */
    public Programs programs() {
        return questions.programs();
    }

    /** How the agent sees other hosts. */
    public HostResolver hosts() {
        return questions.hosts();
    }

    /** Waits while there is no connection. */
    private synchronized AgentConnection current() {
        try {
            while (link.isEmpty() && gone.isEmpty()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownEndException("waiting for the agent " + agent.name() + " was interrupted");
        }
        return link.orElseThrow(() -> new UnknownEndException(gone));
    }

    @Override
    public RunningCommand start(Command command, OutputListener listener) {
        return order(command, listener, false);
    }

    @Override
    public RunningCommand reattach(Command command, OutputListener listener) {
        return order(command, listener, true);
    }

    private synchronized RunningCommand order(Command command, OutputListener listener, boolean again) {
        OutputListener remembering = listener == OutputListener.NONE ? listener : told.remembering(command, listener);
        AgentCommand ordered =
                new AgentCommand(ids.getAndIncrement(), command, remembering, again, told.of(command), this);
        if (gone.isEmpty()) {
            running.put(ordered.id(), ordered);
            ordered.result().whenComplete((result, failure) -> running.remove(ordered.id()));
            link.ifPresent(current -> send(current, ordered));
        } else if (again) {
            ordered.lost(gone);
        } else {
            ordered.result().complete(CommandResult.notStarted(CommandResult.NOT_STARTED, "not started: " + gone));
        }
        return ordered;
    }

    /**
     * The result of a command that has ended and is not released, from the agent's files. Waits for the agent.
     *
     * @throws UnknownEndException if it does not come back, or has lost the files
     */
    CommandResult resultAgain(Command command) {
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
            lost(to);
        }
    }

    synchronized void stop(AgentCommand command) {
        if (link.isEmpty()) {
            command.lost("the agent " + agent.name() + " is not connected, so it cannot be ended");
        } else if (running.containsKey(command.id())) {
            try {
                link.get().stop(command);
            } catch (RuntimeException e) {
                lost(link.get());
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
                command.report(report);
                ends |= command.result().isDone();
            }
        }
        return ends;
    }

    private synchronized void connected(AgentConnection fresh) {
        link = Optional.of(fresh);
        running.values().forEach(command -> send(fresh, command));
        notifyAll();
    }

    /** The connection of now is lost. */
    synchronized void lost() {
        link.ifPresent(this::lost);
    }

    private synchronized void lost(AgentConnection which) {
        if (closed || !link.equals(Optional.of(which))) {
            return;
        }
        link = Optional.empty();
        which.forget();
        console.accept(
                "The connection to the agent " + agent.name() + " was lost; commands go on there (" + running.size()
                        + " under way). Waiting up to " + reconnectTimeout.toSeconds() + " s for it to come back");
        Thread waiting = new Thread(this::awaitAgent, "tasker, waiting for the agent " + agent.name());
        waiting.setDaemon(true);
        waiting.start();
    }

    private void awaitAgent() {
        long start = System.nanoTime();
        try {
            while (!isOver()) {
                Optional<AgentConnection> fresh = reconnect();
                if (fresh.isPresent()) {
                    console.accept("The agent " + agent.name() + " is back after "
                            + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start) + " s");
                    connected(fresh.get());
                    return;
                }
                if (System.nanoTime() - start > reconnectTimeout.toNanos()) {
                    giveUp("the agent " + agent.name() + " did not come back within " + reconnectTimeout.toSeconds()
                            + " s");
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            giveUp("waiting for the agent " + agent.name() + " was interrupted");
        }
    }

    private Optional<AgentConnection> reconnect() throws InterruptedException {
        try {
            Optional<VirtualChannel> channel = agent.channel();
            return channel.isEmpty()
                    ? Optional.empty()
                    : Optional.of(AgentConnection.open(agent, channel.get(), this::onReport, this::lost));
        } catch (IOException | RuntimeException e) {
            // it was lost again, or is not quite there yet
            return Optional.empty();
        }
    }

    private synchronized boolean isOver() {
        return closed || !gone.isEmpty();
    }

    private synchronized void giveUp(String reason) {
        gone = reason;
        running.values().forEach(command -> command.lost(reason));
        notifyAll();
    }

    /** Stops waiting for an agent that is not connected: somebody wants the run to end. */
    public synchronized void abandon() {
        if (link.isEmpty() && gone.isEmpty()) {
            giveUp("the agent " + agent.name() + " was not connected when the run was aborted");
        }
    }

    @Override
    public void close() {
        Optional<AgentConnection> last;
        synchronized (this) {
            closed = true;
            last = link;
            link = Optional.empty();
            gone = "the run is over";
        }
        last.ifPresent(AgentConnection::close);
        running.values().forEach(command -> command.lost("the run is over"));
    }
}
