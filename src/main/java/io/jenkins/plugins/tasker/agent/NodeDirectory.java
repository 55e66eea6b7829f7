package io.jenkins.plugins.tasker.agent;

import java.util.List;
import java.util.Optional;

/** The nodes of Jenkins, as one build sees them. Answers at once. */
public interface NodeDirectory {

    /** The node of exactly this name. */
    Optional<NodeState> named(String name);

    /**
     * The nodes that an expression of labels matches.
     *
     * @throws IllegalArgumentException if it is none
     */
    List<NodeState> matching(String expression);

    /** Whom the build runs as. */
    String user();
}
