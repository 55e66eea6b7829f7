package io.jenkins.plugins.tasker.engine;

/** Ends the run with an exit code; the message states the reason. */
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

    /** Creates the end of a run by {@code return}; the code may equal one of {@link ExitCodes}. */
    static RunEndedException returned(TaskKey task, int code) {
        return new RunEndedException(code, task + " returned " + code, true);
    }

    /** Returns whether the run ends with 14 because {@code next} was not satisfied or the flow reached an undefined task. */
    boolean isNotSatisfied() {
        return exitCode == ExitCodes.NOT_SATISFIED && !returned;
    }

    int exitCode() {
        return exitCode;
    }
}
