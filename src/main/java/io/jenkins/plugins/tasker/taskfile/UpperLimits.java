package io.jenkins.plugins.tasker.taskfile;

import java.time.Duration;

/**
 * What the administrator of a Jenkins allows at most (rule 4.6).
 *
 * @param timeLimit of one command
 * @param parallel commands of one group at the same time
 * @param tasks in one file
 */
public record UpperLimits(Duration timeLimit, long parallel, long tasks) {

    public static final UpperLimits NONE =
            new UpperLimits(Duration.ofSeconds(Long.MAX_VALUE), Long.MAX_VALUE, Long.MAX_VALUE);
}
