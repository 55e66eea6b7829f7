package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.taskfile.UpperLimits;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How a workflow is run.
 *
 * @param executionType for tasks without {@code exec} (rule 4.1)
 * @param timeLimit for tasks without {@code timeout}
 * @param dryRun whether commands are only shown (rule 15.6)
 * @param strictGaps whether a gap ends the run (rule 9.7)
 * @param startFrom where to start instead of the lowest id (rule 15.8)
 * @param restored results of an earlier run (rule 15.9)
 * @param limits what the administrator allows at most (rule 4.6)
 */
public record RunOptions(
        String executionType,
        Duration timeLimit,
        boolean dryRun,
        boolean strictGaps,
        Optional<TaskId> startFrom,
        Map<TaskId, TaskResult> restored,
        Secrets secrets,
        UpperLimits limits) {

    public static final String DEFAULT_EXECUTION_TYPE = "pbrun";
    public static final Duration DEFAULT_TIME_LIMIT = Duration.ofSeconds(30);
}
