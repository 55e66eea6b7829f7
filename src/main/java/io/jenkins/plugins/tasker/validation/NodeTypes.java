package io.jenkins.plugins.tasker.validation;

import java.util.Optional;

/**
 * Decides whether nodes can run commands, for execution types that run on nodes. Returns at once and is thread-safe.
 */
@FunctionalInterface
public interface NodeTypes {

    /** For environments without nodes. */
    NodeTypes NONE = name -> Optional.of(new Refusal(HostFailure.NAME, "there are no nodes here"));

    /** Returns why the node of a host name cannot run commands; empty if it can. */
    Optional<Refusal> refusal(String hostname);

    /**
     * Why a node cannot run commands.
     *
     * @param exitCode {@link HostFailure#NAME} if the node does not exist, {@link HostFailure#PING} if it is
     *     unreachable, {@link HostFailure#CONNECTION} if the run may not use it
     * @param reason the reason with a remedy
     */
    record Refusal(int exitCode, String reason) {}
}
