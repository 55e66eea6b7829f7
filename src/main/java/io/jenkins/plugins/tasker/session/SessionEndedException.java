package io.jenkins.plugins.tasker.session;

/** Ends a session before its first task. */
public final class SessionEndedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    /** @param message is logged at ERROR; empty if the reason is logged already */
    public SessionEndedException(int exitCode, String message) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    /** The exit code of the session (section 18). */
    public int exitCode() {
        return exitCode;
    }
}
