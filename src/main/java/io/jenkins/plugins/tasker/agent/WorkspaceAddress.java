package io.jenkins.plugins.tasker.agent;

import hudson.FilePath;
import hudson.model.Computer;
import hudson.model.Node;
import java.util.Optional;
import jenkins.model.Jenkins;

/**
 * The address of a workspace. It stays valid when the connection to the agent is lost or Jenkins restarts.
 *
 * @param node name of the agent; empty for the built-in node
 * @param path of the workspace on the agent
 */
public record WorkspaceAddress(String node, String path) {

    public static WorkspaceAddress of(FilePath workspace) {
        Computer computer = workspace.isRemote() ? workspace.toComputer() : null;
        return new WorkspaceAddress(computer == null ? "" : computer.getName(), workspace.getRemote());
    }

    /** Name of the agent in messages. */
    public String agent() {
        return node.isEmpty() ? "built-in node" : node;
    }

    /** Finds the workspace; empty if the agent is not connected or no longer exists. */
    public Optional<FilePath> find() {
        Node found = node.isEmpty() ? Jenkins.get() : Jenkins.get().getNode(node);
        return Optional.ofNullable(found).map(known -> known.createPath(path));
    }
}
