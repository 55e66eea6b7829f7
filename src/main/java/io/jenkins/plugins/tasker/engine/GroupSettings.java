package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.Retries;
import io.jenkins.plugins.tasker.taskfile.Rollout;
import io.jenkins.plugins.tasker.taskfile.Task;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The fields of a group with their values at its start (rules 11.4, 11.5, 19.9 and 19.10).
 *
 * @param branch whether the members run one at a time, and each result is stored at once (rule 12.1)
 * @param limit of the whole group; empty without one
 * @param retryCount 0 if failed members are not retried
 * @param pause between two waves
 * @param mayFail how many members may fail; empty without a limit
 * @param hostsNamed whether the result lists the hosts of the members (rule 19.8)
 */
record GroupSettings(
        boolean branch,
        int maxParallel,
        Optional<Duration> limit,
        int retryCount,
        Duration retryDelay,
        Rollout rollout,
        Duration pause,
        OptionalInt mayFail,
        boolean hostsNamed) {

    static GroupSettings of(RunContext run, TaskKey key, Task.Group task, int members) {
        TaskNumbers numbers = new TaskNumbers(run, key);
        Retries retries = task.retries();
        boolean branch = task instanceof Task.Conditional;
        int maxParallel = branch ? 1 : numbers.maxParallel(task.maxParallel(), members, task.parallelByDefault());
        return new GroupSettings(
                branch,
                maxParallel,
                run.options.mode().dryRun() ? Optional.empty() : numbers.groupLimit(task.timeout()),
                retries.enabled() ? numbers.retryCount(retries.count()) : 0,
                retries.enabled() ? numbers.retryDelay(retries.delay()) : Duration.ZERO,
                task.rollout(),
                numbers.wavePause(task.rollout().pause()),
                numbers.mayFail(task.rollout(), members),
                task instanceof Task.FanOut || run.workflow.namesHostsOf(task.id()));
    }
}
