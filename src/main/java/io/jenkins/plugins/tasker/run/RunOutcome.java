package io.jenkins.plugins.tasker.run;

import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.report.FailureSentence;

/**
 * How a run ended.
 *
 * @param record what happened; nothing, if the run was over before its first task
 */
public record RunOutcome(String fileName, int exitCode, RunRecord record) {

    public boolean isSuccess() {
        return exitCode == 0;
    }

    /** What went wrong, in one line. */
    public String failure() {
        return FailureSentence.of(fileName, exitCode, record);
    }
}
