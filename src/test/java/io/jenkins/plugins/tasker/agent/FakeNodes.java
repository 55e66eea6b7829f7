package io.jenkins.plugins.tasker.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Nodes with the first letter of their name as label. */
final class FakeNodes implements NodeDirectory {

    private final Map<String, NodeState> nodes = new ConcurrentHashMap<>();
    private volatile Runnable onQuery = () -> {};

    void whenLookedAt(Runnable action) {
        onQuery = action;
    }

    FakeNodes online(String name, int busy) {
        nodes.put(name, new NodeState(name, true, true, "", busy));
        return this;
    }

    FakeNodes offline(String name) {
        nodes.put(name, new NodeState(name, false, true, "", 0));
        return this;
    }

    FakeNodes forbidden(String name) {
        nodes.put(name, new NodeState(name, true, false, "", 0));
        return this;
    }

    FakeNodes refusing(String name, String reason) {
        nodes.put(name, new NodeState(name, true, true, reason, 0));
        return this;
    }

    @Override
    public Optional<NodeState> named(String name) {
        onQuery.run();
        return Optional.ofNullable(nodes.get(name));
    }

    @Override
    public List<NodeState> matching(String expression) {
        if (expression.contains("&&&")) {
            throw new IllegalArgumentException(expression);
        }
        List<NodeState> matching = new ArrayList<>(nodes.values());
        matching.removeIf(node -> !node.name().substring(0, 1).equals(expression));
        return matching;
    }

    @Override
    public String user() {
        return "alice";
    }
}
