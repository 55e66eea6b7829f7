package io.jenkins.plugins.tasker.engine;

/** How a task ended. */
public enum TaskStatus {
    SUCCESS,
    FAILED,
    /** Terminated at the time limit of the task or of its group; exit code 124. */
    TIMED_OUT,
    /** Not run because its condition was false (rule 7.7). */
    SKIPPED,
    /** A member of a group that had not started when the group ended (rule 19.10). */
    NOT_STARTED
}
