package io.jenkins.plugins.tasker.report.log;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.RunTotals;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.report.DurationText;
import io.jenkins.plugins.tasker.report.StatusReason;
import io.jenkins.plugins.tasker.report.TaskLabels;
import io.jenkins.plugins.tasker.text.Level;
import java.util.List;

/** The end of the run log: why the run ended, what failed, totals, wall time, the slowest tasks (rule 16.9). */
final class ClosingLines {

    private static final int SLOWEST = 5;

    /** More names than that help nobody who reads the end of a log. */
    private static final int NAMED_FAILURES = 20;

    private final RunLog log;
    private final RunRecord run;

    ClosingLines(RunLog log, RunRecord run) {
        this.log = log;
        this.run = run;
    }

    void tell(RunEvent.RunEnded ended) {
        log.always("=== " + (run.isDryRun() ? "Dry run" : "Run") + " ended: " + ended.reason() + " ===");
        failures();
        RunTotals totals = run.totals();
        log.write(
                Level.INFO,
                "Tasks: " + totals.executed() + (run.isDryRun() ? " would be executed, " : " executed, ")
                        + totals.successful() + " successful, " + totals.failed() + " failed, "
                        + totals.timedOut() + " timed out, " + totals.skipped() + " skipped, "
                        + totals.retried() + " retried");
        log.write(Level.INFO, "Wall time: " + DurationText.exact(run.wallTime()));
        slowest();
        log.always("Final exit code: " + ended.exitCode());
    }

    private void failures() {
        List<TaskExecution> failures = run.problems();
        failures.stream()
                .limit(NAMED_FAILURES)
                .forEach(task -> log.write(Level.INFO, "Not successful: " + failure(task)));
        if (failures.size() > NAMED_FAILURES) {
            log.write(Level.INFO, "Not successful: " + (failures.size() - NAMED_FAILURES) + " more");
        }
    }

    private static String failure(TaskExecution task) {
        return TaskLabels.onHost(task) + ": " + StatusReason.of(task);
    }

    private void slowest() {
        List<TaskExecution> slowest = run.slowest(SLOWEST);
        if (!slowest.isEmpty()) {
            log.write(Level.INFO, "Slowest tasks:");
            slowest.forEach(task ->
                    log.write(Level.INFO, "  " + DurationText.exact(task.duration()) + "  " + TaskLabels.onHost(task)));
        }
    }
}
