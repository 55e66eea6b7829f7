package io.jenkins.plugins.tasker.agent;

import hudson.EnvVars;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.tasker.agent.protocol.Order;
import io.jenkins.plugins.tasker.agent.protocol.Report;
import io.jenkins.plugins.tasker.command.detached.ContainedCommandRunner;
import io.jenkins.plugins.tasker.command.detached.ShellLauncher;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** An agent that can disconnect and reconnect while its commands keep running. */
final class WiredAgent implements AgentConnector, AutoCloseable {

    private final Path workspace;
    private final Path control;
    private final Map<String, String> environment;
    private Optional<Wire> wire = Optional.of(new Wire());
    private final Optional<ShellLauncher> container;
    private AgentSession session;

    WiredAgent(Path workspace, Path control, Map<String, String> environment) {
        this(workspace, control, environment, Optional.empty());
    }

    /** @param container starts the shells of sessions, as the launcher of a build does */
    WiredAgent(Path workspace, Path control, Map<String, String> environment, Optional<ShellLauncher> container) {
        this.container = container;
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
        session = new AgentSession(workspace, environment, control, container.isPresent(), over.toController(reports));
        return over.toAgent(session.orders());
    }

    @Override
    public Optional<String> decorator() {
        return container.map(launcher -> "a container of this test");
    }

    @Override
    public void launchShell(Report.LaunchShell request, Consumer<Order> orders) {
        try {
            String prefix = control.resolve(request.name()).toString();
            ShellLauncher.Shell shell = container
                    .orElseThrow()
                    .launch(
                            ContainedCommandRunner.shellArgv(prefix),
                            ContainedCommandRunner.shellVariables(control.toString()),
                            workspace);
            shell.ended().thenRun(() -> orders.accept(new Order.ShellEnded(request.number(), shell.lastWords())));
        } catch (IOException e) {
            orders.accept(new Order.ShellEnded(request.number(), e.getMessage()));
        }
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
