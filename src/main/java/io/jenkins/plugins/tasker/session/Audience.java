package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.engine.RunListener;
import io.jenkins.plugins.tasker.journal.Replay;
import io.jenkins.plugins.tasker.report.RunLog;
import java.util.List;

/**
 * Who is told what happens, and asked.
 *
 * @param state hears of every event first, so that all others can ask it
 * @param others hear of every event after state, record and log
 */
public record Audience(Replay state, RunLog log, List<RunListener> others, Approval approval) {

    /** Decides whether a plan that was shown is run (rule 15.4). */
    @FunctionalInterface
    public interface Approval {

        /** Blocks until somebody has decided. */
        boolean isApproved() throws InterruptedException;
    }
}
