package io.jenkins.plugins.tasker.journal;

import java.io.IOException;

/** Thrown when a line of a journal is not an event. */
final class MalformedEventException extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedEventException(String message) {
        super(message);
    }
}
