package io.jenkins.plugins.tasker.session;

/** Ends a session before its first task. */
public final class SessionEndedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final boolean logged;

    /** @param message the reason, which is then logged at ERROR */
    public SessionEndedException(int exitCode, String message) {
        this(exitCode, message, false);
    }

    private SessionEndedException(int exitCode, String message, boolean logged) {
        super(message, null, false, false);
        this.exitCode = exitCode;
        this.logged = logged;
    }

    /** Returns an exception with a reason that is logged already. */
    static SessionEndedException logged(int exitCode, String reason) {
        return new SessionEndedException(exitCode, reason, true);
    }

    /** Whether the reason is logged already. */
    boolean isLogged() {
        return logged;
    }

    /** The exit code of the session (section 18). */
    public int exitCode() {
        return exitCode;
    }
}
