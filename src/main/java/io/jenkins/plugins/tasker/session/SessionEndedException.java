package io.jenkins.plugins.tasker.session;

/** The session ends before its run begins. */
public final class SessionEndedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    /** @param message what is told at ERROR, empty if everything is told already */
    public SessionEndedException(int exitCode, String message) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    /** Of the session (section 18). */
    public int exitCode() {
        return exitCode;
    }
}
