package io.jenkins.plugins.tasker.journal;

import java.io.IOException;
import java.nio.file.Path;

/** Thrown when a file cannot be read as a journal (exit code 31, rule 15.9). The message names file, line, reason and remedy. */
public final class UnreadableJournalException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableJournalException(Path file, String problem) {
        super(file + ": " + problem);
    }

    UnreadableJournalException(Path file, IOException cause) {
        super(file + ": cannot be read: " + cause.getMessage(), cause);
    }
}
