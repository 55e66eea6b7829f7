package io.jenkins.plugins.tasker.engine;

/** Leaves the flow for good: the run ends with this code, and the message says why. */
final class RunEndedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final boolean returned;

    RunEndedException(int exitCode, String reason) {
        this(exitCode, reason, false);
    }

    private RunEndedException(int exitCode, String reason, boolean returned) {
        super(reason, null, false, false);
        this.exitCode = exitCode;
        this.returned = returned;
    }

    /** The task ends the run with its return code, which may be any of the codes with a meaning of their own. */
    static RunEndedException returned(TaskKey task, int code) {
        return new RunEndedException(code, task + " returned " + code, true);
    }

    /** Whether {@code next} was not satisfied or the flow led nowhere, and not because a task returned that code. */
    boolean isNotSatisfied() {
        return exitCode == ExitCodes.NOT_SATISFIED && !returned;
    }

    int exitCode() {
        return exitCode;
    }
}
