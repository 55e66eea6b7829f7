package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.engine.RunListener;
import io.jenkins.plugins.tasker.journal.RunRecordBuilder;
import io.jenkins.plugins.tasker.report.log.RunLog;
import io.jenkins.plugins.tasker.validation.HostValidation;
import io.jenkins.plugins.tasker.validation.ReportLine;
import io.jenkins.plugins.tasker.validation.TaskFileValidation;
import java.util.List;
import java.util.Optional;

/**
 * The objects that receive the events of a run, and the one that approves its plan.
 *
 * @param state receives each event first, so that all other listeners can read it
 * @param symbols whether the log shows check marks in front of words
 * @param others receive each event after state and journal; those that want output before the log, the others after it
 * @param findings receives the result of the checks
 */
public record RunObservers(
        RunRecordBuilder state,
        RunLog log,
        boolean symbols,
        List<RunListener> others,
        Findings findings,
        Approval approval) {

    /** Decides whether a displayed plan is run (rule 15.4). */
    @FunctionalInterface
    public interface Approval {

        /**
         * Waits for the decision.
         *
         * @param plan lines, with secrets masked
         */
        PlanDecision decide(List<String> plan) throws InterruptedException;
    }

    /** Receives the result of all checks, once and before the first task. */
    @FunctionalInterface
    public interface Findings {

        /**
         * @param hosts empty if hosts were not validated
         * @param lines all logged lines of the validation; the last ones are the check list (rule 13.3)
         */
        void validated(TaskFileValidation tasks, Optional<HostValidation> hosts, List<ReportLine> lines)
                throws InterruptedException;

        /** Reports the progress of the host tests. Called from several threads, one call at a time. */
        default void testing(int done, int hosts) {}
    }
}
