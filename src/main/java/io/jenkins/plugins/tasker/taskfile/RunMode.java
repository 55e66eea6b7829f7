package io.jenkins.plugins.tasker.taskfile;

import java.io.Serializable;

/**
 * The choices that are made once for a whole run. Every layer passes the whole record; only code that depends on a choice
 * reads it.
 *
 * @param dryRun whether commands are only shown (rule 15.6)
 * @param strictGaps whether the run stops successfully at the first gap in task numbers (rule 9.7)
 * @param showPlan whether the plan is shown, and a real run waits for an approval (rule 15.4)
 * @param warningsAsErrors whether a warning about the task file prevents the run (rule 13.8)
 */
public record RunMode(boolean dryRun, boolean strictGaps, boolean showPlan, boolean warningsAsErrors)
        implements Serializable {

    /** Starts commands, skips gaps and needs no approval. */
    public static final RunMode REAL_RUN = new RunMode(false, false, false);

    /** Shows the commands of {@link #REAL_RUN} and starts none. */
    public static final RunMode DRY_RUN = new RunMode(true, false, false);

    /** Warnings about the task file do not prevent the run. */
    public RunMode(boolean dryRun, boolean strictGaps, boolean showPlan) {
        this(dryRun, strictGaps, showPlan, false);
    }

    /** Returns the same mode in which a warning about the task file prevents the run. */
    public RunMode withWarningsAsErrors() {
        return new RunMode(dryRun, strictGaps, showPlan, true);
    }
}
