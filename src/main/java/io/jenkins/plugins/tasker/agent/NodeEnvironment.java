package io.jenkins.plugins.tasker.agent;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The variables of commands on another node than that of the build. */
final class NodeEnvironment {

    /** What a build has of its own node and would be wrong on another one. */
    private static final Set<String> OF_NODE =
            Set.of("EXECUTOR_NUMBER", "NODE_LABELS", "NODE_NAME", "PATH", "WORKSPACE", "WORKSPACE_TMP");

    private NodeEnvironment() {}

    /**
     * @param build all variables of the build
     * @param ownNode those of them that come from the node of the build
     * @param node what is configured for the other node
     * @return what the build adds, over what the other node has
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
