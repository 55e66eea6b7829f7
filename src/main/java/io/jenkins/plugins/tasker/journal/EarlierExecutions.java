package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.TaskKey;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Counts the executions that a record does not keep ({@link RetainedExecutions}): earlier repetitions and visits of tasks.
 *
 * @param totals of all of them, by the rules of the run's totals (rule 16.9)
 * @param byEntry all of them, groups included, by the entry of the task file ({@link TaskKey#firstVisit})
 * @param slowest the longest ones, the longest first; groups are left out
 */
public record EarlierExecutions(RunTotals totals, Map<TaskKey, RunTotals> byEntry, List<TaskExecution> slowest) {

    static final EarlierExecutions NONE = new EarlierExecutions(RunTotals.NONE, Map.of(), List.of());

    /** Returns the number of executions, groups included. */
    public long count() {
        return byEntry.values().stream().mapToLong(RunTotals::all).sum();
    }

    /** Returns the counts of one entry of the task file. */
    public RunTotals of(TaskKey execution) {
        return byEntry.getOrDefault(execution.firstVisit(), RunTotals.NONE);
    }

    static final class Builder {

        private final Map<TaskKey, RunTotals> byEntry = new HashMap<>();
        private RunTotals totals = RunTotals.NONE;
        private List<TaskExecution> slowest = List.of();

        void add(TaskExecution task) {
            byEntry.merge(task.key().firstVisit(), RunTotals.ofOne(task), RunTotals::plus);
            totals = totals.plus(RunTotals.of(List.of(task)));
            int longest = RunRecord.MOST_SLOWEST;
            if (!task.isGroup()
                    && (slowest.size() < longest
                            || task.duration()
                                            .compareTo(slowest.get(longest - 1).duration())
                                    > 0)) {
                slowest = Stream.concat(slowest.stream(), Stream.of(task))
                        .sorted(Comparator.comparing(TaskExecution::duration).reversed())
                        .limit(longest)
                        .toList();
            }
        }

        EarlierExecutions executions() {
            return new EarlierExecutions(totals, Map.copyOf(byEntry), slowest);
        }
    }
}
