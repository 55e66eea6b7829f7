package io.jenkins.plugins.tasker.agent;

import java.util.List;
import java.util.Optional;

/** The nodes of Jenkins with the permissions of one build. All methods return at once. */
public interface NodeDirectory {

    /** Returns the node of exactly this name. */
    Optional<NodeState> named(String name);

    /**
     * Returns the nodes that a label expression matches.
     *
     * @throws IllegalArgumentException if the text is not a label expression
     */
    List<NodeState> matching(String expression);

    /** Name of the user as which the build runs. */
    String user();
}
