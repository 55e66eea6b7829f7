package io.jenkins.plugins.tasker.agent;

/** How a command ended cannot be known, because the agent is gone or has failed. */
public final class AgentLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AgentLostException(String reason) {
        super(reason);
    }
}
