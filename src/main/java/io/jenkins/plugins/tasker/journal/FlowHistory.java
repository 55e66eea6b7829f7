package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The path of the flow, in a size that depends on the task file and not on the length of the run. Immutable.
 *
 * @param routes the taken routes between tasks, in the order in which they were first taken
 * @param current the last move; empty before the first one
 * @param repetitions the number of the repetition that a loop entered last, by the task of its current visit
 */
public record FlowHistory(List<TakenRoute> routes, Optional<RunEvent.Moved> current, Map<TaskId, Integer> repetitions) {

    static final FlowHistory NONE = new FlowHistory(List.of(), Optional.empty(), Map.of());

    /**
     * A way from one task to another.
     *
     * @param jump whether it was a jump at least once
     * @param count how often it was taken
     * @param reason of the last time
     */
    public record TakenRoute(TaskId from, TaskId to, boolean jump, int count, String reason) {}

    /** Returns the number of all moves. */
    public long steps() {
        return routes.stream().mapToLong(TakenRoute::count).sum();
    }

    /** Returns how often the flow moved to a task. */
    long arrivals(TaskId task) {
        return routes.stream()
                .filter(route -> route.to().equals(task))
                .mapToLong(TakenRoute::count)
                .sum();
    }

    /** Builds the history from its events. */
    static final class Builder {

        private record Ends(TaskId from, TaskId to) {}

        private final Map<Ends, TakenRoute> routes = new LinkedHashMap<>();
        private final Map<TaskId, Integer> repetitions = new HashMap<>();
        private Optional<RunEvent.Moved> current = Optional.empty();

        void moved(RunEvent.Moved move) {
            TakenRoute taken = new TakenRoute(move.from().task(), move.to(), move.jump(), 1, move.reason());
            routes.merge(
                    new Ends(taken.from(), taken.to()),
                    taken,
                    (before, now) -> new TakenRoute(
                            now.from(), now.to(), before.jump() || now.jump(), before.count() + 1, now.reason()));
            repetitions.remove(move.to());
            current = Optional.of(move);
        }

        void repeated(RunEvent.LoopRepeated loop) {
            repetitions.put(loop.task(), loop.repetition());
        }

        FlowHistory history() {
            return new FlowHistory(new ArrayList<>(routes.values()), current, Map.copyOf(repetitions));
        }
    }
}
