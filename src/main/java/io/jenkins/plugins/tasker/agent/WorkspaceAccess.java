package io.jenkins.plugins.tasker.agent;

import hudson.FilePath;
import hudson.remoting.RemoteOutputStream;
import hudson.remoting.VirtualChannel;
import hudson.slaves.WorkspaceList;
import io.jenkins.plugins.tasker.agent.protocol.Order;
import io.jenkins.plugins.tasker.agent.protocol.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens sessions on the agent that holds the workspace of a build. */
final class WorkspaceAccess implements AgentConnector {

    private final WorkspaceAddress address;
    private final Map<String, String> environment;
    private final String control;
    private final ContextLauncher launcher;
    private final boolean contained;
    private final LaunchedShells shells;
    private Optional<FilePath> workspace;

    WorkspaceAccess(SessionPlace place) throws IOException, InterruptedException {
        this.workspace = Optional.of(place.workspace());
        this.address = WorkspaceAddress.of(place.workspace());
        this.environment = Map.copyOf(place.environment());
        FilePath temporary = WorkspaceList.tempDir(place.workspace());
        if (temporary == null) {
            throw new IOException("the workspace " + place.workspace()
                    + " has no temporary directory; use a workspace below another directory");
        }
        this.control = temporary.child("tasker-" + place.run()).getRemote();
        this.launcher = place.launcher();
        this.contained = launcher.isDecorated();
        this.shells = new LaunchedShells(launcher, control, environment);
    }

    @Override
    public String name() {
        return address.agent();
    }

    @Override
    public Optional<VirtualChannel> channel() {
        // the given workspace the first time, later the one that the address finds
        Optional<FilePath> known = workspace;
        workspace = Optional.empty();
        return known.or(address::find).map(FilePath::getChannel);
    }

    @Override
    public OutputStream open(VirtualChannel channel, OutputStream reports) throws IOException, InterruptedException {
        boolean remote = channel != FilePath.localChannel;
        return channel.call(new OpenSession(
                address.path(), remote, environment, control, contained, new RemoteOutputStream(reports)));
    }

    @Override
    public void launchShell(Report.LaunchShell request, Consumer<Order> orders) {
        Optional<FilePath> directory = address.find();
        if (contained && directory.isPresent()) {
            shells.launch(request, directory.get(), orders);
        } else {
            AgentConnector.super.launchShell(request, orders);
        }
    }

    @Override
    public void killShell(Report.KillShell request) {
        shells.kill(request.number());
    }

    @Override
    public Optional<String> decorator() throws IOException, InterruptedException {
        return contained ? Optional.of(launcher.decorator()) : Optional.empty();
    }
}
