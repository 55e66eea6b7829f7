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
 * The recorded events of a run that was cut off. The engine, which does the same again when it gets the same results in the
 * same order, goes through them once more before it goes on with new ones: what is recorded is neither done nor told a
 * second time. Used on the engine's thread.
 *
 * <p>Notes change nothing, and a newer Tasker may word them differently, so they are not compared. Those behind the last
 * event are remembered, because the action that told them is repeated.
 */
public final class RecordedHistory {

    private final Deque<RunEvent> open;
    private final Map<TaskKey, RunEvent.TaskStarted> starts = new HashMap<>();
    private final Map<TaskKey, RunEvent.TaskEnded> ends = new HashMap<>();
    private final List<RunEvent> lastNotes = new ArrayList<>();

    private RecordedHistory(Deque<RunEvent> open) {
        this.open = open;
    }

    /** A run that begins. */
    public static RecordedHistory none() {
        return of(List.of());
    }

    /** @param recorded everything that is recorded of the run, in order */
    public static RecordedHistory of(Collection<RunEvent> recorded) {
        RecordedHistory continuation = new RecordedHistory(new ArrayDeque<>());
        recorded.forEach(continuation::add);
        return continuation;
    }

    private void add(RunEvent event) {
        if (event instanceof RunEvent.Note) {
            lastNotes.add(event);
            return;
        }
        lastNotes.clear();
        if (event instanceof RunEvent.RunStarted) {
            // told by whoever starts the engine
            return;
        }
        open.add(event);
        if (event instanceof RunEvent.TaskStarted start) {
            starts.put(start.task(), start);
        } else if (event instanceof RunEvent.TaskEnded end) {
            ends.put(end.task(), end);
        }
    }

    /** Whether everything recorded was gone through, so that what happens now is new. */
    boolean isOver() {
        return open.isEmpty();
    }

    /** The next recorded event. */
    Optional<RunEvent> next() {
        return Optional.ofNullable(open.peek());
    }

    /** When the next recorded event happened; empty if it does not say so. */
    Optional<Instant> time() {
        return next().flatMap(RunEvent::recordedTime);
    }

    /** Whether the next recorded event is about an attempt that has ended. */
    boolean isEndOf(TaskKey attempt) {
        return next().flatMap(RecordedHistory::endedAttempt).equals(Optional.of(attempt));
    }

    Optional<RunEvent.TaskStarted> start(TaskKey attempt) {
        return Optional.ofNullable(starts.get(attempt));
    }

    Optional<RunEvent.TaskEnded> end(TaskKey attempt) {
        return Optional.ofNullable(ends.get(attempt));
    }

    /**
     * Compares what happens with what is recorded.
     *
     * @return whether the event is recorded already
     * @throws NonDeterministicReplayException if something else is recorded
     */
    boolean holds(RunEvent event) {
        if (event instanceof RunEvent.CommandEnded) {
            return false;
        }
        if (event instanceof RunEvent.Note) {
            return !isOver() || lastNotes.remove(event);
        }
        RunEvent recorded = open.peek();
        if (recorded == null) {
            return false;
        }
        if (!isSameStep(recorded, event)) {
            throw diverged("'" + describe(event) + "' would happen now");
        }
        open.remove();
        return true;
    }

    NonDeterministicReplayException diverged(String instead) {
        String expected = next().map(RecordedHistory::describe).orElse("nothing");
        // What follows is the end of the run and must not be compared any more.
        open.clear();
        lastNotes.clear();
        return new NonDeterministicReplayException(
                "the run cannot be continued: '" + expected + "' is recorded, but " + instead);
    }

    /** Returns the attempt whose end an event records; empty for other events. */
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
