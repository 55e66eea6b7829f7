package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.journal.JournalWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The file that records a real run (rule 16.5).
 *
 * @param ownerOnly whether other users of the machine must not read it (rule 16.4)
 */
public record JournalFile(Path path, boolean ownerOnly) {

    JournalWriter create(Consumer<String> whenLost) throws IOException {
        return ownerOnly ? JournalWriter.createPrivate(path, whenLost) : JournalWriter.create(path, whenLost);
    }
}
