package io.jenkins.plugins.tasker.agent;

import hudson.FilePath;
import hudson.remoting.RemoteOutputStream;
import hudson.remoting.VirtualChannel;
import hudson.slaves.WorkspaceList;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/** Opens sessions on the agent that holds the workspace of a build. */
final class WorkspaceAccess implements AgentConnector {

    private final WorkspaceAddress address;
    private final Map<String, String> environment;
    private final String control;
    private Optional<FilePath> workspace;

    /** @param run names the run on the agent; no other run may have the same name */
    WorkspaceAccess(FilePath workspace, Map<String, String> environment, String run) throws IOException {
        this.workspace = Optional.of(workspace);
        this.address = WorkspaceAddress.of(workspace);
        this.environment = Map.copyOf(environment);
        FilePath temporary = WorkspaceList.tempDir(workspace);
        if (temporary == null) {
            throw new IOException("the workspace " + workspace
                    + " has no temporary directory; use a workspace below another directory");
        }
        this.control = temporary.child("tasker-" + run).getRemote();
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
        return channel.call(
                new OpenSession(address.path(), remote, environment, control, new RemoteOutputStream(reports)));
    }
}
