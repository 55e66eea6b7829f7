package io.jenkins.plugins.tasker.engine;

/** The cause of an interrupt (rule 17.1). */
public enum Interrupt {
    SIGINT(40, "interrupted by SIGINT"),
    SIGTERM(41, "terminated by SIGTERM"),
    ABORT(41, "aborted");

    private final int exitCode;
    private final String reason;

    Interrupt(int exitCode, String reason) {
        this.exitCode = exitCode;
        this.reason = reason;
    }

    public int exitCode() {
        return exitCode;
    }

    public String reason() {
        return reason;
    }
}
