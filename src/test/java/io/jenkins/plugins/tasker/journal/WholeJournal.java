package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.RunEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All events of a journal.
 *
 * @param torn whether the last line is incomplete and left out
 */
public record WholeJournal(List<RunEvent> events, boolean torn) {

    public static WholeJournal read(Path file) throws IOException {
        List<RunEvent> events = new ArrayList<>();
        try (JournalReader reader = JournalReader.open(file)) {
            for (RunEvent event = reader.next(); event != null; event = reader.next()) {
                events.add(event);
            }
            return new WholeJournal(List.copyOf(events), reader.isTorn());
        }
    }
}
