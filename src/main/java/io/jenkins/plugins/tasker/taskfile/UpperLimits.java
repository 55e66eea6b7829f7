package io.jenkins.plugins.tasker.taskfile;

import java.time.Duration;

/**
 * The limits that the administrator of a Jenkins sets for all runs (rule 4.6).
 *
 * @param timeLimit of one command
 * @param parallel number of commands that a group runs at the same time
 * @param tasks number of tasks in one file
 */
public record UpperLimits(Duration timeLimit, long parallel, long tasks) {

    public static final UpperLimits NONE =
            new UpperLimits(Duration.ofSeconds(Long.MAX_VALUE), Long.MAX_VALUE, Long.MAX_VALUE);
}
