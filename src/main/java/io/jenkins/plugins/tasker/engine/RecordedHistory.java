package io.jenkins.plugins.tasker.engine;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds the recorded events of an interrupted run, for their replay. The engine is deterministic: the same results in the
 * same order produce the same state. So a continued run passes through all recorded events first, without starting a command
 * or emitting an event twice, and then continues live. Used on the engine's thread.
 *
 * <p>Notes are not compared, because a newer Tasker may word them differently. Notes after the last event are stored: the
 * replay repeats the action that emitted them, and emits only the missing ones.
 */
public final class RecordedHistory {

    /** The recorded events that were not read yet. */
    private final Iterator<RunEvent> unread;

    /** Events that were read and not replayed: at most those of one pass of a task, with the members of its group. */
    private final Deque<RunEvent> remaining = new ArrayDeque<>();

    private final Map<TaskKey, RunEvent.TaskStarted> starts = new HashMap<>();
    private final Map<TaskKey, RunEvent.TaskEnded> ends = new HashMap<>();
    private final List<RunEvent> lastNotes = new ArrayList<>();

    private boolean diverged;

    private RecordedHistory(Iterator<RunEvent> unread) {
        this.unread = unread;
        readNext();
    }

    /** Returns the empty history of a new run. */
    public static RecordedHistory none() {
        return of(Collections.emptyIterator());
    }

    /** @param recorded all events in the journal of the run, in order; read only as far as the replay needs them */
    public static RecordedHistory of(Iterator<RunEvent> recorded) {
        return new RecordedHistory(recorded);
    }

    /** Reads one more event to be replayed; returns false at the end of the recorded events. */
    private boolean readNext() {
        while (!diverged && unread.hasNext()) {
            RunEvent event = unread.next();
            if (event instanceof RunEvent.Note) {
                lastNotes.add(event);
                continue;
            }
            lastNotes.clear();
            // The session emits the start, not the engine.
            if (!(event instanceof RunEvent.RunStarted)) {
                add(event);
                return true;
            }
        }
        return false;
    }

    private void add(RunEvent event) {
        remaining.add(event);
        if (event instanceof RunEvent.TaskStarted start) {
            starts.put(start.task(), start);
        } else if (event instanceof RunEvent.TaskEnded end) {
            ends.put(end.task(), end);
        }
    }

    /** Returns whether all recorded events are replayed, so that the run is live. */
    boolean isReplayed() {
        return remaining.isEmpty();
    }

    /** Returns the next event to be replayed. */
    Optional<RunEvent> next() {
        return Optional.ofNullable(remaining.peek());
    }

    /** Returns the time of the next recorded event; empty for an event without a time. */
    Optional<Instant> nextTime() {
        return next().flatMap(RunEvent::recordedTime);
    }

    /** Returns whether the next recorded event belongs to the end of an attempt. */
    boolean isNextEndOf(TaskKey attempt) {
        return next().flatMap(RecordedHistory::endedAttempt).equals(Optional.of(attempt));
    }

    /**
     * Returns the recorded value of the condition of a task that the replay evaluates now: the next event shows whether the
     * task was skipped, and which branch was selected. Empty if nothing is recorded. So a continued run decides as before, even
     * if the version of Tasker that recorded it compared values differently.
     */
    Optional<Boolean> condition(TaskKey task) {
        Optional<RunEvent> next = next();
        if (next.isEmpty()) {
            return Optional.empty();
        }
        RunEvent event = next.get();
        if (event instanceof RunEvent.TaskSkipped skipped && skipped.task().equals(task)) {
            return Optional.of(false);
        }
        if (event instanceof RunEvent.GroupStarted group && group.task().equals(task)) {
            return Optional.of(group.branch().orElse(true));
        }
        boolean executed = (event instanceof RunEvent.TaskStarted started
                        && started.task().equals(task))
                || (event instanceof RunEvent.TaskEnded ended && ended.task().equals(task));
        return executed ? Optional.of(true) : Optional.empty();
    }

    /** Returns the recorded hosts of a fan-out task that the replay starts now; empty if its start is not recorded. */
    Optional<List<String>> hosts(TaskKey fanOut) {
        return next().filter(event -> event instanceof RunEvent.GroupStarted group
                        && group.task().equals(fanOut))
                .map(event -> ((RunEvent.GroupStarted) event).hosts());
    }

    Optional<RunEvent.TaskStarted> start(TaskKey attempt) {
        while (!starts.containsKey(attempt) && readNext()) {
            // Until the start is read.
        }
        return Optional.ofNullable(starts.get(attempt));
    }

    Optional<RunEvent.TaskEnded> end(TaskKey attempt) {
        while (!ends.containsKey(attempt) && readNext()) {
            // Until the end is read; without one, the run was interrupted in this pass, and few events are left.
        }
        return Optional.ofNullable(ends.get(attempt));
    }

    /**
     * Compares an event of the engine with the next recorded one, and consumes that.
     *
     * @return whether the event is recorded and must not be emitted again
     * @throws NonDeterministicReplayException if another event is recorded
     */
    boolean isRecorded(RunEvent event) {
        if (event instanceof RunEvent.CommandEnded) {
            return false;
        }
        if (event instanceof RunEvent.Note) {
            return !isReplayed() || lastNotes.remove(event);
        }
        RunEvent recorded = remaining.peek();
        if (recorded == null) {
            return false;
        }
        if (!isSameStep(recorded, event)) {
            throw diverged("'" + describe(event) + "' would happen now");
        }
        remaining.remove();
        forget(recorded);
        if (remaining.isEmpty()) {
            readNext();
        }
        return true;
    }

    private void forget(RunEvent replayed) {
        if (replayed instanceof RunEvent.TaskStarted start) {
            starts.remove(start.task());
        } else if (replayed instanceof RunEvent.TaskEnded end) {
            ends.remove(end.task());
        }
    }

    /** Creates the exception for a replay that differs from the recorded events; ends the replay. */
    NonDeterministicReplayException diverged(String instead) {
        String expected = next().map(RecordedHistory::describe).orElse("nothing");
        // The engine ends the run with events that are not recorded.
        diverged = true;
        remaining.clear();
        lastNotes.clear();
        return new NonDeterministicReplayException(
                "the run cannot be continued: '" + expected + "' is recorded, but " + instead);
    }

    /** Returns the attempt that has ended according to an event; empty for other events. */
    static Optional<TaskKey> endedAttempt(RunEvent event) {
        if (event instanceof RunEvent.SuccessEvaluated success) {
            return Optional.of(success.task());
        }
        return event instanceof RunEvent.TaskEnded ended ? Optional.of(ended.task()) : Optional.empty();
    }

    private static boolean isSameStep(RunEvent recorded, RunEvent event) {
        return recorded.getClass() == event.getClass() && recorded.essence().equals(event.essence());
    }

    static String describe(RunEvent event) {
        return event.getClass().getSimpleName() + (event.essence().isEmpty() ? "" : " " + event.essence());
    }
}
