package io.jenkins.plugins.tasker.engine;

/** Leaves the flow for good: the run ends with this code, and the message says why. */
final class RunEndedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    RunEndedException(int exitCode, String reason) {
        super(reason, null, false, false);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
