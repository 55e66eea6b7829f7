package io.jenkins.plugins.tasker.cli;

/** The run cannot start; the message names the place and the remedy. */
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
