package io.jenkins.plugins.tasker.engine;

/** The cause of an interrupt (rule 17.1). */
public enum Interrupt {
    SIGINT(40, "interrupted by SIGINT"),
    SIGTERM(41, "terminated by SIGTERM"),
    ABORT(41, "aborted"),
    /** The record can no longer be written (rule 16.12). No further command starts; running commands end by themselves. */
    LOST_RECORD(41, "stopped because its record can no longer be written"),
    /** The run is longer than the administrator allows (rule 16.14). Running commands end by themselves. */
    EXECUTION_LIMIT(ExitCodes.RUN_TOO_LONG, "stopped at the administrator's limit of executions"),
    /** The record is larger than the administrator allows (rule 16.14). Running commands end by themselves. */
    RECORD_LIMIT(ExitCodes.RUN_TOO_LONG, "stopped at the administrator's limit of the size of its record");

    private final int exitCode;
    private final String reason;

    Interrupt(int exitCode, String reason) {
        this.exitCode = exitCode;
        this.reason = reason;
    }

    /** Returns whether running commands are left to end by themselves. */
    boolean letsCommandsEnd() {
        return this == LOST_RECORD || isLimit();
    }

    /** Returns whether the run reached a limit of the administrator. */
    boolean isLimit() {
        return this == EXECUTION_LIMIT || this == RECORD_LIMIT;
    }

    public int exitCode() {
        return exitCode;
    }

    public String reason() {
        return reason;
    }
}
