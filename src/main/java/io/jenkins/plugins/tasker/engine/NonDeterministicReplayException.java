package io.jenkins.plugins.tasker.engine;

/** Thrown when the engine would emit another event than the recorded one, so that the run cannot be continued. */
final class NonDeterministicReplayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NonDeterministicReplayException(String message) {
        super(message, null, false, false);
    }
}
