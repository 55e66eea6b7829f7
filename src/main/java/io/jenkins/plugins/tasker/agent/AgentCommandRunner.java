package io.jenkins.plugins.tasker.agent;

import hudson.FilePath;
import hudson.remoting.Channel;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.CommandResult;
import io.jenkins.plugins.tasker.command.CommandRunner;
import io.jenkins.plugins.tasker.command.OutputListener;
import io.jenkins.plugins.tasker.command.Programs;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.validation.HostResolver;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs commands on a Jenkins agent, in a {@link CommandSession} that this class opens there and closes in the end. Orders
 * are sent without waiting, reports come in on threads of the connection; no thread of the controller waits for a command.
 *
 * <p>If the connection is lost, the commands that were under way end with {@link AgentLostException}. The agent tries to
 * kill them, but many agents restart themselves in that moment, and then the commands live on. A command ordered after that
 * is not started (126), like any other that cannot be.
 */
public final class AgentCommandRunner implements CommandRunner, AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger(AgentCommandRunner.class.getName());

    /** Opens a session that sends its reports to the given object. */
    interface Opener {

        CommandSession open(CommandReports reports) throws IOException, InterruptedException;
    }

    private final CommandSession session;
    private final Map<Integer, AgentCommand> running = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final AtomicLong numbers = new AtomicLong();
    private final Outbox outbox;
    private Runnable whenClosed = () -> {};

    /**
     * @param workspace working directory of the commands
     * @param environment added to the agent's own
     */
    public AgentCommandRunner(FilePath workspace, Map<String, String> environment)
            throws IOException, InterruptedException {
        this(
                workspace.getChannel(),
                reports -> workspace
                        .getChannel()
                        .call(new OpenSession(
                                workspace.getRemote(), workspace.isRemote(), Map.copyOf(environment), reports)));
        if (workspace.getChannel() instanceof Channel channel) {
            watch(channel);
        }
    }

    AgentCommandRunner(VirtualChannel channel, Opener opener) throws IOException, InterruptedException {
        session = opener.open(channel.export(CommandReports.class, this::report));
        outbox = new Outbox(session::order);
    }

    private void watch(Channel channel) {
        Channel.Listener connection = new Channel.Listener() {
            @Override
            public void onClosed(Channel closed, IOException cause) {
                lost(closed.getName());
            }
        };
        channel.addListener(connection);
        whenClosed = () -> channel.removeListener(connection);
    }

    /** What can be run on the agent. */
    public Programs programs() {
        return new Programs() {
            @Override
            public boolean onPath(String name) {
                return session.onPath(name);
            }

            @Override
            public boolean fileExists(String path) {
                return session.fileExists(path);
            }
        };
    }

    /** How the agent sees other hosts. */
    public HostResolver hosts() {
        return new HostResolver() {
            @Override
            public void resolve(String host) throws IOException {
                session.resolve(host);
            }

            @Override
            public boolean isReachable(String host, Duration limit) throws IOException {
                return session.isReachable(host, limit);
            }
        };
    }

    @Override
    public RunningCommand start(Command command, OutputListener listener) {
        int id = ids.getAndIncrement();
        AgentCommand started = new AgentCommand(listener, kill -> stop(id, kill));
        running.put(id, started);
        started.result().whenComplete((result, failure) -> running.remove(id));
        try {
            boolean live = listener != OutputListener.NONE;
            outbox.send(CommandOrder.Start.of(numbers.getAndIncrement(), id, command, live));
        } catch (RuntimeException e) {
            String reason = "not started: the agent cannot be reached: " + e.getMessage();
            started.result().complete(CommandResult.notStarted(CommandResult.NOT_STARTED, reason));
        }
        return started;
    }

    private void stop(int id, boolean kill) {
        if (running.containsKey(id)) {
            try {
                outbox.send(new CommandOrder.Stop(numbers.getAndIncrement(), id, kill));
            } catch (RuntimeException e) {
                LOGGER.log(Level.FINE, "The agent is gone, and has ended the command itself", e);
            }
        }
    }

    private List<CommandOrder> report(List<CommandReport> reports) {
        outbox.open();
        boolean ends = false;
        for (CommandReport report : reports) {
            AgentCommand command = running.get(report.command());
            if (command != null) {
                command.report(report);
                ends |= command.result().isDone();
            }
        }
        return outbox.close(ends);
    }

    void lost(String agent) {
        running.values()
                .forEach(command -> command.lost("the connection to the agent " + agent
                        + " was lost; how the command ended is not known, and it may still be running"));
    }

    @Override
    public void close() {
        whenClosed.run();
        try {
            session.close();
        } catch (RuntimeException e) {
            LOGGER.log(Level.FINE, "The agent is gone, and has cleaned up itself", e);
        }
    }
}
