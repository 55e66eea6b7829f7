package io.jenkins.plugins.tasker.agent;

import hudson.FilePath;
import hudson.remoting.VirtualChannel;
import hudson.slaves.WorkspaceList;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Opens sessions where the workspace of a build is. */
final class WorkspaceAccess implements AgentConnector {

    private final WorkspaceAddress address;
    private final Map<String, String> environment;
    private final String control;
    private Optional<FilePath> workspace;

    /** @param run names the run on the agent, and no other */
    WorkspaceAccess(FilePath workspace, Map<String, String> environment, String run) throws IOException {
        this.workspace = Optional.of(workspace);
        this.address = WorkspaceAddress.of(workspace);
        this.environment = Map.copyOf(environment);
        FilePath beside = WorkspaceList.tempDir(workspace);
        if (beside == null) {
            throw new IOException("there is no room beside the workspace " + workspace + "; use one below a directory");
        }
        this.control = beside.child("tasker-" + run).getRemote();
    }

    @Override
    public String name() {
        return address.agent();
    }

    @Override
    public Optional<VirtualChannel> channel() {
        // the first time as it was given, later as it is found again
        Optional<FilePath> known = workspace;
        workspace = Optional.empty();
        return known.or(address::find).map(FilePath::getChannel);
    }

    @Override
    public CommandSession open(VirtualChannel channel, ReportReceiver reports)
            throws IOException, InterruptedException {
        boolean remote = channel != FilePath.localChannel;
        return channel.call(new OpenSession(address.path(), remote, environment, control, reports));
    }
}
