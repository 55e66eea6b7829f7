package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.journal.JournalReader;
import io.jenkins.plugins.tasker.journal.RecordedEvents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Reads the recorded events that the engine replays, from the journal and only as far as the engine needs them. */
final class ReplayedEvents implements Iterator<RunEvent>, AutoCloseable {

    private final Optional<JournalReader> reader;
    private RunEvent next;

    private ReplayedEvents(Optional<JournalReader> reader) throws IOException {
        this.reader = reader;
        this.next = read();
    }

    static ReplayedEvents open(RecordedEvents recorded) throws SessionEndedException {
        try {
            return new ReplayedEvents(recorded.open());
        } catch (IOException e) {
            throw new SessionEndedException(ExitCodes.UNREADABLE_FILE, e.getMessage());
        }
    }

    private RunEvent read() throws IOException {
        return reader.isPresent() ? reader.get().next() : null;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    /** @throws UncheckedIOException if the journal, which was read completely before, can no longer be read */
    @Override
    public RunEvent next() {
        RunEvent event = next;
        if (event == null) {
            throw new NoSuchElementException();
        }
        try {
            next = read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return event;
    }

    @Override
    public void close() {
        try {
            if (reader.isPresent()) {
                reader.get().close();
            }
        } catch (IOException e) {
            // The file was only read.
        }
    }
}
