package io.jenkins.plugins.tasker.journal;

import java.util.EnumMap;
import java.util.Map;

/**
 * Totals of a run (rule 16.9). Members are counted, their groups are not. Each repetition counts; a retried execution counts
 * once.
 *
 * @param executions the number of executions by state
 * @param retried the number of retries of all tasks together
 */
public record RunTotals(Map<TaskState, Integer> executions, int retried) {

    public static final RunTotals NONE = new RunTotals(Map.of(), 0);

    static RunTotals of(Iterable<TaskExecution> tasks) {
        Map<TaskState, Integer> executions = new EnumMap<>(TaskState.class);
        int retried = 0;
        for (TaskExecution task : tasks) {
            if (!task.isGroup() || task.state() == TaskState.SKIPPED) {
                executions.merge(task.state(), 1, Integer::sum);
                retried += task.retries();
            }
        }
        return new RunTotals(executions, retried);
    }

    /** Counts one execution, also that of a group. */
    static RunTotals ofOne(TaskExecution task) {
        return new RunTotals(Map.of(task.state(), 1), task.retries());
    }

    /** Adds counts. */
    public RunTotals plus(RunTotals other) {
        Map<TaskState, Integer> sum = new EnumMap<>(TaskState.class);
        sum.putAll(executions);
        other.executions.forEach((state, count) -> sum.merge(state, count, Integer::sum));
        return new RunTotals(sum, retried + other.retried);
    }

    /** Returns the number of all executions. */
    public int all() {
        return executed() + skipped();
    }

    /** Returns the number of all executions except the skipped ones. */
    public int executed() {
        return successful() + failed() + timedOut() + unknown();
    }

    public int successful() {
        return count(TaskState.SUCCESS);
    }

    /** Returns the number of failed executions, without those that timed out. */
    public int failed() {
        return count(TaskState.FAILED);
    }

    public int timedOut() {
        return count(TaskState.TIMED_OUT);
    }

    public int skipped() {
        return count(TaskState.SKIPPED);
    }

    /** Returns the number of executions without a recorded end. */
    public int unknown() {
        return count(TaskState.UNKNOWN);
    }

    private int count(TaskState state) {
        return executions.getOrDefault(state, 0);
    }
}
