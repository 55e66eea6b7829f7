package io.jenkins.plugins.tasker.journal;

/**
 * How many executions of tasks ended how (rule 16.9). Groups are not counted: their sub-tasks are. A task that is repeated
 * counts each time, a retried one once.
 *
 * @param executed all but the skipped ones
 * @param failed without the timed out ones
 * @param retried further attempts, of all tasks together
 * @param unknown started, but no end is recorded
 */
public record RunTotals(int executed, int successful, int failed, int timedOut, int skipped, int retried, int unknown) {

    static RunTotals of(Iterable<TaskExecution> tasks) {
        int[] states = new int[TaskState.values().length];
        int retried = 0;
        for (TaskExecution task : tasks) {
            if (!task.isGroup() || task.state() == TaskState.SKIPPED) {
                states[task.state().ordinal()]++;
                retried += task.retries();
            }
        }
        int successful = states[TaskState.SUCCESS.ordinal()];
        int failed = states[TaskState.FAILED.ordinal()];
        int timedOut = states[TaskState.TIMED_OUT.ordinal()];
        int unknown = states[TaskState.UNKNOWN.ordinal()];
        return new RunTotals(
                successful + failed + timedOut + unknown,
                successful,
                failed,
                timedOut,
                states[TaskState.SKIPPED.ordinal()],
                retried,
                unknown);
    }
}
