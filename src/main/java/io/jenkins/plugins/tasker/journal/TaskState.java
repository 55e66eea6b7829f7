package io.jenkins.plugins.tasker.journal;

/** The state of an execution. A task that never started has no execution. */
public enum TaskState {
    SUCCESS,
    FAILED,
    TIMED_OUT,
    SKIPPED,
    /** Started without a recorded end: the task is still running, or the run was interrupted. */
    UNKNOWN
}
