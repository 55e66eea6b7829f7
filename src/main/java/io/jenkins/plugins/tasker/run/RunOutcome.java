package io.jenkins.plugins.tasker.run;

import hudson.AbortException;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.report.FailureSentence;
import io.jenkins.plugins.tasker.report.OutcomeSentence;

/**
 * How a run ended.
 *
 * @param record what happened; nothing, if the run was over before its first task
 * @param failOnError whether a run that went wrong fails the build
 */
public record RunOutcome(String fileName, int exitCode, RunRecord record, boolean failOnError) {

    public boolean isSuccess() {
        return exitCode == 0;
    }

    /** How it went, good or bad, in one line. */
    public String sentence() {
        return record.ended().isPresent()
                ? OutcomeSentence.of(record, false)
                : OutcomeSentence.notRun(fileName, exitCode);
    }

    /** What went wrong, in one line. */
    public String failure() {
        return ConsoleText.withoutNotes(FailureSentence.of(fileName, exitCode, record));
    }

    /**
     * Makes the build what the run was.
     *
     * @throws AbortException if the run went wrong and that fails the build
     */
    public void applyTo(Run<?, ?> build, TaskListener console) throws AbortException {
        if (isSuccess()) {
            return;
        }
        if (failOnError) {
            throw new AbortException(failure());
        }
        console.getLogger().println("The build is unstable: " + failure());
        build.setResult(Result.UNSTABLE);
    }
}
