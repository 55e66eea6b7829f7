package io.jenkins.plugins.tasker.agent;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.tasker.command.process.DaemonThreads;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Waits for an agent whose connection was lost, and opens a new session. */
final class SessionReconnect {

    private static final Logger LOGGER = Logger.getLogger(SessionReconnect.class.getName());

    private final AgentConnector agent;
    private final AgentConnection.Owner owner;
    private final SessionLimits limits;
    private final Consumer<String> console;
    private final AgentWait wait = new AgentWait();

    SessionReconnect(
            AgentConnector agent, AgentConnection.Owner owner, SessionLimits limits, Consumer<String> console) {
        this.agent = agent;
        this.owner = owner;
        this.limits = limits;
        this.console = console;
    }

    /**
     * Starts to wait, on a thread of its own.
     *
     * @param onConnected receives the new session
     * @param onFailure receives the reason if there is none; not called after {@link #cancel}
     */
    void start(Consumer<AgentConnection> onConnected, Consumer<String> onFailure) {
        DaemonThreads.start("tasker, waiting for the agent " + agent.name(), () -> await(onConnected, onFailure));
    }

    /** Ends the current wait and each later one. */
    void cancel() {
        wait.cancel();
    }

    private void await(Consumer<AgentConnection> onConnected, Consumer<String> onFailure) {
        long start = System.nanoTime();
        try {
            Optional<AgentConnection> fresh = wait.poll(limits.reconnect(), this::open);
            if (fresh.isPresent()) {
                if (!wait.isCancelled()) {
                    console.accept("The agent " + agent.name() + " reconnected after "
                            + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start) + " s");
                }
                onConnected.accept(fresh.get());
            } else if (!wait.isCancelled()) {
                onFailure.accept("the agent " + agent.name() + " did not reconnect within "
                        + limits.reconnect().toSeconds() + " s");
            }
        } catch (LinkageError e) {
            // Jenkins stops and has closed the class loader of the plugin: the run continues after the restart
            LOGGER.log(Level.FINE, "Jenkins stops", e);
        } catch (Throwable e) {
            LOGGER.log(Level.WARNING, "Waiting for an agent failed", e);
            onFailure.accept("waiting for the agent " + agent.name() + " failed: " + e);
        }
    }

    private Optional<AgentConnection> open() throws InterruptedException {
        try {
            Optional<VirtualChannel> channel = agent.channel();
            return channel.isEmpty()
                    ? Optional.empty()
                    : Optional.of(SessionOpening.open(agent, channel.get(), owner, limits.opening()));
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.FINE, "The agent was lost again, or is not ready yet", e);
            return Optional.empty();
        }
    }
}
