package io.jenkins.plugins.tasker.engine;

/** The cause of an interrupt (rule 17.1). */
public enum Interrupt {
    SIGINT(40, "interrupted by SIGINT"),
    SIGTERM(41, "terminated by SIGTERM"),
    ABORT(41, "aborted"),
    /** The record can no longer be written (rule 16.12). No further command starts; running commands end by themselves. */
    LOST_RECORD(41, "stopped because its record can no longer be written");

    private final int exitCode;
    private final String reason;

    Interrupt(int exitCode, String reason) {
        this.exitCode = exitCode;
        this.reason = reason;
    }

    /** Returns whether running commands are left to end by themselves. */
    boolean letsCommandsEnd() {
        return this == LOST_RECORD;
    }

    public int exitCode() {
        return exitCode;
    }

    public String reason() {
        return reason;
    }
}
