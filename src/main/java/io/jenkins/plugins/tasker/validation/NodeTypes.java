package io.jenkins.plugins.tasker.validation;

import java.util.Optional;

/** Knows the nodes that run commands themselves, for the execution types that say so. Answers at once, from any thread. */
@FunctionalInterface
public interface NodeTypes {

    /** Where no execution type asks for nodes. */
    NodeTypes NONE = name -> Optional.of(new Refusal(HostFailure.NAME, "there are no nodes here"));

    /** Why no command can run on the node that this host name stands for; empty if commands can. */
    Optional<Refusal> refusal(String hostname);

    /**
     * @param exitCode {@link HostFailure#NAME} if there is no such node, {@link HostFailure#PING} if it cannot be reached,
     *     {@link HostFailure#CONNECTION} if the run may not use it
     * @param reason with the remedy
     */
    record Refusal(int exitCode, String reason) {}
}
