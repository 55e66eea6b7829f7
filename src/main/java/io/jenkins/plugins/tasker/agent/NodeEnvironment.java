package io.jenkins.plugins.tasker.agent;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Computes the variables of commands on a node that is not the node of the build. */
final class NodeEnvironment {

    /** Variables that describe the node of the build. */
    private static final Set<String> OF_NODE =
            Set.of("EXECUTOR_NUMBER", "NODE_LABELS", "NODE_NAME", "PATH", "WORKSPACE", "WORKSPACE_TMP");

    private NodeEnvironment() {}

    /**
     * Combines the variables of the other node with those that the build adds. The build's values win.
     *
     * @param build all variables of the build
     * @param ownNode the variables that the build takes from its own node
     * @param node the variables that are configured for the other node
     */
    static Map<String, String> of(Map<String, String> build, Map<String, String> ownNode, Map<String, String> node) {
        Map<String, String> variables = new HashMap<>(node);
        build.forEach((name, value) -> {
            if (!OF_NODE.contains(name) && !value.equals(ownNode.get(name))) {
                variables.put(name, value);
            }
        });
        return variables;
    }
}
