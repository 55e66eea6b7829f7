package io.jenkins.plugins.tasker.command;

/** How a command ended is not known, and must not be guessed; it may still be running. */
public final class UnknownEndException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason in words, without a full stop */
    public UnknownEndException(String reason) {
        super(reason, null, false, false);
    }
}
