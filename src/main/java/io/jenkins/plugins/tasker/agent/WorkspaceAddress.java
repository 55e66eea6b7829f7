package io.jenkins.plugins.tasker.agent;

import hudson.FilePath;
import hudson.model.Computer;
import hudson.model.Node;
import java.util.Optional;
import jenkins.model.Jenkins;

/**
 * Where a workspace is, in words that outlive a connection to its agent.
 *
 * @param node name of the agent; empty for the built-in node
 * @param path as the agent names it
 */
public record WorkspaceAddress(String node, String path) {

    public static WorkspaceAddress of(FilePath workspace) {
        Computer computer = workspace.isRemote() ? workspace.toComputer() : null;
        return new WorkspaceAddress(computer == null ? "" : computer.getName(), workspace.getRemote());
    }

    /** For messages. */
    public String agent() {
        return node.isEmpty() ? "built-in node" : node;
    }

    /** The workspace; empty while the agent is not connected, or is gone. */
    public Optional<FilePath> find() {
        Node found = node.isEmpty() ? Jenkins.get() : Jenkins.get().getNode(node);
        return Optional.ofNullable(found).map(known -> known.createPath(path));
    }
}
