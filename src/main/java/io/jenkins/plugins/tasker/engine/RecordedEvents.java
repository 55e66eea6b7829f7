package io.jenkins.plugins.tasker.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a {@link RecordedHistory} asks about events. */
final class RecordedEvents {

    private RecordedEvents() {}

    /** When it happened; empty if it does not say so. */
    static Optional<Instant> time(RunEvent event) {
        Instant time = null;
        if (event instanceof RunEvent.TaskSkipped skipped) {
            time = skipped.time();
        } else if (event instanceof RunEvent.TaskStarted started) {
            time = started.time();
        } else if (event instanceof RunEvent.GroupStarted started) {
            time = started.time();
        } else if (event instanceof RunEvent.TaskEnded ended) {
            time = ended.result().start();
        } else if (event instanceof RunEvent.Waited waited) {
            time = waited.time();
        } else if (event instanceof RunEvent.Interrupted interrupted) {
            time = interrupted.time();
        } else if (event instanceof RunEvent.RunEnded ended) {
            time = ended.time();
        }
        return Optional.ofNullable(time);
    }

    /** The attempt whose end is told by an event. */
    static Optional<TaskKey> endOf(RunEvent event) {
        if (event instanceof RunEvent.SuccessEvaluated success) {
            return Optional.of(success.task());
        }
        return event instanceof RunEvent.TaskEnded ended ? Optional.of(ended.task()) : Optional.empty();
    }

    /**
     * Whether both are the same step of a run. Texts that are only for people may differ: a newer Tasker may word them
     * differently, and so may an agent on which a program has come or gone.
     */
    static boolean same(RunEvent recorded, RunEvent event) {
        return recorded.getClass() == event.getClass() && essence(recorded).equals(essence(event));
    }

    private static List<Object> essence(RunEvent event) {
        if (event instanceof RunEvent.ResultRestored restored) {
            return List.of(restored.task(), restored.result().status());
        } else if (event instanceof RunEvent.TaskSkipped skipped) {
            return List.of(skipped.task());
        } else if (event instanceof RunEvent.TaskStarted started) {
            return List.of(started.task());
        } else if (event instanceof RunEvent.GroupStarted started) {
            return List.of(started.task(), started.branch(), started.members(), started.maxParallel());
        } else if (event instanceof RunEvent.SuccessEvaluated success) {
            return List.of(success.task(), success.value());
        } else if (event instanceof RunEvent.TaskEnded ended) {
            return List.of(ended.task(), ended.result().status(), ended.result().exitCode(), ended.retried());
        } else if (event instanceof RunEvent.Waited waited) {
            return List.of(waited.task());
        } else if (event instanceof RunEvent.Interrupted interrupted) {
            return List.of(interrupted.cause());
        } else if (event instanceof RunEvent.LoopRepeated loop) {
            return List.of(loop.task(), loop.repetition());
        } else if (event instanceof RunEvent.Moved moved) {
            return List.of(moved.from(), moved.to(), moved.jump());
        } else if (event instanceof RunEvent.Returned returned) {
            return List.of(returned.task(), returned.code());
        } else if (event instanceof RunEvent.RunEnded ended) {
            return List.of(ended.exitCode());
        }
        return List.of();
    }

    static String describe(RunEvent event) {
        List<Object> essence = essence(event);
        return event.getClass().getSimpleName() + (essence.isEmpty() ? "" : " " + essence);
    }
}
