package io.jenkins.plugins.tasker.journal;

/** How far a run has come, according to its record. */
public enum RunPhase {
    RUNNING,
    ENDED,
    /** The record has no end, and the run is over, but the record holds every start of a task (rule 16.12). */
    INTERRUPTED,
    /** The record has no end, and the run is over: what happened after its last event is unknown (rule 16.12). */
    LOST;

    /** @param live whether the run is still running */
    public static RunPhase of(RunRecord run, boolean live) {
        if (run.ended().isPresent()) {
            return ENDED;
        }
        if (live) {
            return RUNNING;
        }
        return run.intact() ? INTERRUPTED : LOST;
    }
}
