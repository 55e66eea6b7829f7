package io.jenkins.plugins.tasker.agent;

/** A question has no answer because the session was lost. Another session may answer it. */
final class LostConnectionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LostConnectionException() {
        super("the connection to the agent is lost", null, false, false);
    }
}
