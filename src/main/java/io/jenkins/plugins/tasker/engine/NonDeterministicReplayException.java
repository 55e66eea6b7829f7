package io.jenkins.plugins.tasker.engine;

/** What happens is not what is recorded, so nothing that is recorded can be relied on to know what comes next. */
final class NonDeterministicReplayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NonDeterministicReplayException(String message) {
        super(message, null, false, false);
    }
}
