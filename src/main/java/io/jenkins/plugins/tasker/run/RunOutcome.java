package io.jenkins.plugins.tasker.run;

import hudson.AbortException;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.report.FailureSentence;
import io.jenkins.plugins.tasker.report.OutcomeSentence;
import io.jenkins.plugins.tasker.session.NotStarted;
import java.util.Optional;

/**
 * The end of a run.
 *
 * @param record without any event if the run ended before its first task
 * @param notStarted why the run ended before its first task
 * @param failOnError whether an unsuccessful run fails the build; otherwise the build becomes unstable
 * @param unhandledFailures the result of the build after a successful run with failures that the task file does not use
 */
public record RunOutcome(
        String fileName,
        int exitCode,
        RunRecord record,
        Optional<NotStarted> notStarted,
        boolean failOnError,
        UnhandledFailures unhandledFailures) {

    public boolean isSuccess() {
        return exitCode == 0;
    }

    /** Describes the outcome in one line. */
    public String sentence() {
        return record.ended().isPresent()
                ? OutcomeSentence.of(record, false)
                : OutcomeSentence.notRun(fileName, exitCode, reason());
    }

    private String reason() {
        return notStarted.map(NotStarted::reason).orElse("");
    }

    /** Describes the failure in one line. */
    public String failure() {
        return ConsoleText.withoutNotes(FailureSentence.of(fileName, exitCode, record, reason()));
    }

    /**
     * Sets the result of the build.
     *
     * @throws AbortException if the run, or a failure that its task file does not use, fails the build
     */
    public void applyTo(Run<?, ?> build, TaskListener console) throws AbortException {
        if (!isSuccess()) {
            apply(failure(), failOnError, build, console);
        } else if (unhandledFailures != UnhandledFailures.IGNORE
                && !record.unhandledFailures().isEmpty()) {
            String sentence = ConsoleText.withoutNotes(FailureSentence.unhandled(fileName, record));
            apply(sentence, unhandledFailures == UnhandledFailures.FAIL, build, console);
        }
    }

    private static void apply(String sentence, boolean failure, Run<?, ?> build, TaskListener console)
            throws AbortException {
        if (failure) {
            throw new AbortException(sentence);
        }
        console.getLogger().println(Messages.RunOutcome_unstable(sentence));
        build.setResult(Result.UNSTABLE);
    }
}
