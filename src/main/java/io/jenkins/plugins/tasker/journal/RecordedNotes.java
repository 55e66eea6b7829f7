package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.RunEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The messages of a run at WARN and ERROR: the first and the last ones.
 *
 * @param kept in the order in which they were logged
 * @param omitted the number of messages after the first half of the kept ones that are not kept
 */
public record RecordedNotes(List<RunEvent.Note> kept, long omitted) {

    static final RecordedNotes NONE = new RecordedNotes(List.of(), 0);

    /** How many of the first, and how many of the last messages are kept. */
    static final int MOST = 100;

    /** Returns the number of all messages. */
    public long count() {
        return kept.size() + omitted;
    }

    static final class Builder {

        private final List<RunEvent.Note> first = new ArrayList<>();
        private final Deque<RunEvent.Note> last = new ArrayDeque<>();
        private long omitted;

        void add(RunEvent.Note note) {
            if (first.size() < MOST) {
                first.add(note);
                return;
            }
            last.add(note);
            if (last.size() > MOST) {
                last.remove();
                omitted++;
            }
        }

        RecordedNotes notes() {
            List<RunEvent.Note> kept = new ArrayList<>(first);
            kept.addAll(last);
            return new RecordedNotes(List.copyOf(kept), omitted);
        }
    }
}
