package io.jenkins.plugins.tasker.session;

/** The session ends before its run begins. */
final class SessionEndedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    /** @param message what is told at ERROR, empty if everything is told already */
    SessionEndedException(int exitCode, String message) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
