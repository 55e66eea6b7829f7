package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.validation.HostFailure;
import io.jenkins.plugins.tasker.validation.NodeTypes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Finds the nodes for the host names of a run (rule 5.13). A label expression selects the node with the fewest busy
 * executors among all that are online and permitted. The selected node stays the same for the whole run.
 */
final class NodeChoice implements NodeTypes {

    private static final Comparator<NodeState> LEAST_BUSY =
            Comparator.comparingInt(NodeState::busy).thenComparing(NodeState::name);

    private final NodeDirectory directory;
    private final Consumer<String> console;
    private final Map<String, String> selected = new HashMap<>();

    /** @param console receives a message when a label expression has selected a node */
    NodeChoice(NodeDirectory directory, Consumer<String> console) {
        this.directory = directory;
        this.console = console;
    }

    /** Returns the name of the node; {@code hostname} itself if no node can be used. */
    synchronized String node(String hostname) {
        refusal(hostname);
        return selected.getOrDefault(hostname, hostname);
    }

    @Override
    public synchronized Optional<Refusal> refusal(String hostname) {
        String known = selected.getOrDefault(hostname, hostname);
        Optional<NodeState> named = directory.named(known);
        if (named.isPresent() || selected.containsKey(hostname)) {
            return refusal(named.stream().toList(), "the node" + (known.equals(hostname) ? "" : " " + known));
        }
        List<NodeState> nodes;
        try {
            nodes = directory.matching(hostname);
        } catch (IllegalArgumentException e) {
            nodes = List.of();
        }
        Optional<Refusal> refusal = refusal(nodes, "each node with this label (" + names(nodes) + ")");
        if (refusal.isEmpty()) {
            select(hostname, nodes);
        }
        return refusal;
    }

    private void select(String hostname, List<NodeState> nodes) {
        String node = nodes.stream()
                .filter(NodeState::isUsable)
                .min(LEAST_BUSY)
                .orElseThrow()
                .name();
        selected.put(hostname, node);
        console.accept("Label " + hostname + ": node " + node + " in this run");
    }

    private Optional<Refusal> refusal(List<NodeState> nodes, String subject) {
        if (nodes.isEmpty()) {
            return Optional.of(new Refusal(
                    HostFailure.NAME,
                    "no node of Jenkins has this name or label (the built-in node needs executors to be used);"
                            + " correct 'hostname', or add the node or the label in Manage Jenkins, Nodes"));
        }
        List<NodeState> permitted = nodes.stream().filter(NodeState::permitted).toList();
        if (permitted.isEmpty()) {
            return Optional.of(new Refusal(
                    HostFailure.CONNECTION,
                    "the build runs as " + directory.user() + ", who has no permission to use " + subject
                            + "; name another node, or ask the administrator for the Agent/Build permission on it"));
        }
        List<NodeState> online = permitted.stream().filter(NodeState::online).toList();
        if (online.isEmpty()) {
            return Optional.of(new Refusal(
                    HostFailure.PING,
                    subject + " is offline; bring it online (Manage Jenkins, Nodes), or name another node"));
        }
        return online.stream().anyMatch(NodeState::isUsable)
                ? Optional.empty()
                : Optional.of(new Refusal(
                        HostFailure.CONNECTION,
                        "Jenkins starts no work of this build on " + subject + ": "
                                + online.get(0).refusal() + "; name another node, or change the settings of the node"));
    }

    private static String names(List<NodeState> nodes) {
        return nodes.stream().map(NodeState::name).sorted().collect(Collectors.joining(", "));
    }
}
