package io.jenkins.plugins.tasker.journal;

/** What is known of a task that the flow came to. Tasks that it never came to are not started and not listed. */
public enum TaskState {
    SUCCESS,
    FAILED,
    TIMED_OUT,
    SKIPPED,
    /** Started without a recorded end: it still runs, or the run died and nobody knows how the task ended. */
    UNKNOWN
}
