package io.jenkins.plugins.tasker.taskfile;

import java.time.Duration;

/**
 * The limits that the administrator of a Jenkins sets for all runs (rule 4.6).
 *
 * @param timeLimit of one command
 * @param parallel number of commands that a group runs at the same time
 * @param tasks number of tasks in one file
 * @param run the size of one run
 */
public record UpperLimits(Duration timeLimit, long parallel, long tasks, RunSize run) {

    /**
     * Limits of a run that repeats its tasks without end. A run that reaches one ends (rule 16.14).
     *
     * @param executions of tasks, members of groups included
     * @param recordBytes size of the journal
     */
    public record RunSize(long executions, long recordBytes) {

        public static final RunSize NONE = new RunSize(Long.MAX_VALUE, Long.MAX_VALUE);
    }

    public static final UpperLimits NONE =
            new UpperLimits(Duration.ofSeconds(Long.MAX_VALUE), Long.MAX_VALUE, Long.MAX_VALUE, RunSize.NONE);
}
