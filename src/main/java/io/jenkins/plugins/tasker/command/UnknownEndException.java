package io.jenkins.plugins.tasker.command;

/** The end of a command is unknown. The command may still be running, and its result must not be guessed. */
public final class UnknownEndException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason a text without a full stop */
    public UnknownEndException(String reason) {
        super(reason, null, false, false);
    }
}
