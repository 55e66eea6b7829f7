package io.jenkins.plugins.tasker.journal;

import java.io.IOException;

/** A line of a journal is JSON, but no event. */
final class MalformedEventException extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedEventException(String message) {
        super(message);
    }
}
