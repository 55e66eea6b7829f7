package io.jenkins.plugins.tasker.agent;

import hudson.EnvVars;
import hudson.remoting.VirtualChannel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** An agent that can disconnect and reconnect while its commands keep running. */
final class WiredAgent implements AgentConnector, AutoCloseable {

    private final Path workspace;
    private final Path control;
    private final Map<String, String> environment;
    private Optional<Wire> wire = Optional.of(new Wire());
    private AgentSession session;

    WiredAgent(Path workspace, Path control, Map<String, String> environment) {
        this.workspace = workspace;
        this.control = control;
        this.environment = new EnvVars(EnvVars.masterEnvVars).overrideAll(environment);
    }

    @Override
    public String name() {
        return "agent1";
    }

    @Override
    public synchronized Optional<VirtualChannel> channel() {
        return wire.map(VirtualChannel.class::cast);
    }

    @Override
    public synchronized OutputStream open(VirtualChannel channel, OutputStream reports) throws IOException {
        Wire over = (Wire) channel;
        session = new AgentSession(workspace, environment, control, over.toController(reports));
        return over.toAgent(session.orders());
    }

    synchronized Wire wire() {
        return wire.orElseThrow();
    }

    synchronized void disconnect() {
        wire.ifPresent(Wire::cut);
        wire = Optional.empty();
        session.detach();
    }

    synchronized void connect() {
        wire = Optional.of(new Wire());
    }

    @Override
    public synchronized void close() {
        wire.ifPresent(Wire::close);
    }
}
