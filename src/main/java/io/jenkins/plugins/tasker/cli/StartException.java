package io.jenkins.plugins.tasker.cli;

/** Thrown when a command cannot start. The message contains the reason and the remedy. */
final class StartException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    StartException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
