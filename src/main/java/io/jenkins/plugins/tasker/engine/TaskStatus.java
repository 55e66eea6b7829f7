package io.jenkins.plugins.tasker.engine;

/** How a task ended. */
public enum TaskStatus {
    SUCCESS,
    FAILED,
    /** Ended by its own or its group's time limit, exit code 124. */
    TIMED_OUT,
    /** Not run because its condition was false (rule 7.7). */
    SKIPPED
}
