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
 * Who is told what happens, and asked.
 *
 * @param state hears of every event first, so that all others can ask it
 * @param symbols whether check marks can be shown beside words
 * @param others hear of every event after state, record and log
 */
public record RunObservers(
        RunRecordBuilder state,
        RunLog log,
        boolean symbols,
        List<RunListener> others,
        Findings findings,
        Approval approval) {

    /** Decides whether a plan that was shown is run (rule 15.4). */
    @FunctionalInterface
    public interface Approval {

        /**
         * Blocks until somebody has decided.
         *
         * @param plan what would be run, in lines, secrets masked
         * @return who approved it; empty if nobody did
         */
        Optional<String> approver(List<String> plan) throws InterruptedException;
    }

    /** Gets the result of the checks as a whole, once and before anything runs. */
    @FunctionalInterface
    public interface Findings {

        /**
         * @param hosts empty if hosts were not validated
         * @param lines all that was told, the check list at the end (rule 13.3)
         */
        void validated(TaskFileValidation tasks, Optional<HostValidation> hosts, List<ReportLine> lines)
                throws InterruptedException;

        /** Hosts are being tested, which can take long; told from several threads, but one after another. */
        default void testing(int done, int hosts) {}
    }
}
