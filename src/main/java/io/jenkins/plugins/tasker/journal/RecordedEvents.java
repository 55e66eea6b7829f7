package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.RunEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The recorded events of an interrupted run, read from its journal each time, so that they need no memory. */
public final class RecordedEvents {

    private final Optional<Path> journal;
    private final RunRecord record;

    private RecordedEvents(Optional<Path> journal, RunRecord record) {
        this.journal = journal;
        this.record = record;
    }

    /** Returns the events of a run that has not started. */
    public static RecordedEvents none() {
        return new RecordedEvents(Optional.empty(), RunRecord.EMPTY);
    }

    /**
     * Reads the journal once.
     *
     * @param journal may be missing
     * @throws IOException as {@link JournalReader#forEach}
     */
    public static RecordedEvents of(Path journal) throws IOException {
        if (!Files.exists(journal)) {
            return none();
        }
        return new RecordedEvents(Optional.of(journal), RunRecord.read(journal));
    }

    public boolean isEmpty() {
        return record.events() == 0;
    }

    /** Returns the state of the run after its last event. */
    public RunRecord record() {
        return record;
    }

    /**
     * Passes all events on.
     *
     * @throws IOException as {@link JournalReader#forEach}
     */
    public void forEach(Consumer<RunEvent> listener) throws IOException {
        if (journal.isPresent()) {
            JournalReader.forEach(journal.get(), listener);
        }
    }

    /**
     * Opens the events; empty if there are none.
     *
     * @throws IOException as {@link JournalReader#open}
     */
    public Optional<JournalReader> open() throws IOException {
        return isEmpty() ? Optional.empty() : Optional.of(JournalReader.open(journal.orElseThrow()));
    }
}
