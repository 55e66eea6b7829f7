package io.jenkins.plugins.tasker.engine;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
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

    private final Deque<RunEvent> remaining;
    private final Map<TaskKey, RunEvent.TaskStarted> starts = new HashMap<>();
    private final Map<TaskKey, RunEvent.TaskEnded> ends = new HashMap<>();
    private final List<RunEvent> lastNotes = new ArrayList<>();

    private RecordedHistory(Deque<RunEvent> remaining) {
        this.remaining = remaining;
    }

    /** Returns the empty history of a new run. */
    public static RecordedHistory none() {
        return of(List.of());
    }

    /** @param recorded all events in the journal of the run, in order */
    public static RecordedHistory of(Collection<RunEvent> recorded) {
        RecordedHistory history = new RecordedHistory(new ArrayDeque<>());
        recorded.forEach(history::add);
        return history;
    }

    private void add(RunEvent event) {
        if (event instanceof RunEvent.Note) {
            lastNotes.add(event);
            return;
        }
        lastNotes.clear();
        if (event instanceof RunEvent.RunStarted) {
            // Emitted by the session, not by the engine.
            return;
        }
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

    Optional<RunEvent.TaskStarted> start(TaskKey attempt) {
        return Optional.ofNullable(starts.get(attempt));
    }

    Optional<RunEvent.TaskEnded> end(TaskKey attempt) {
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
        return true;
    }

    /** Creates the exception for a replay that differs from the recorded events; ends the replay. */
    NonDeterministicReplayException diverged(String instead) {
        String expected = next().map(RecordedHistory::describe).orElse("nothing");
        // The engine ends the run with events that are not recorded.
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
