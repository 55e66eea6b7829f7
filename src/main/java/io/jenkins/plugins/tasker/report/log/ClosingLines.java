package io.jenkins.plugins.tasker.report.log;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.RunTotals;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.report.DurationText;
import io.jenkins.plugins.tasker.report.FailureSentence;
import io.jenkins.plugins.tasker.report.ReportWords;
import io.jenkins.plugins.tasker.report.StatusReason;
import io.jenkins.plugins.tasker.report.TaskLabels;
import io.jenkins.plugins.tasker.text.Counted;
import io.jenkins.plugins.tasker.text.Level;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the end of the run log: reason, problems, totals, wall time and the slowest tasks (rule 16.9). */
final class ClosingLines {

    private static final int SLOWEST = 5;

    /** How many problems the log names; the report lists all. */
    private static final int NAMED_PROBLEMS = 20;

    private final RunLog log;
    private final RunRecord run;

    ClosingLines(RunLog log, RunRecord run) {
        this.log = log;
        this.run = run;
    }

    void log(RunEvent.RunEnded ended) {
        log.always("=== " + (run.isDryRun() ? "Dry run" : "Run") + " ended: " + ended.reason() + " ===");
        problems();
        unhandledFailures();
        RunTotals totals = run.totals();
        log.write(
                Level.INFO,
                "Tasks: " + totals.executed() + (run.isDryRun() ? " would be executed, " : " executed, ")
                        + totals.successful() + " successful, " + totals.failed() + " failed, "
                        + totals.timedOut() + " timed out, " + totals.skipped() + " skipped, "
                        + totals.retried() + " retried" + ReportWords.notStarted(run));
        log.write(Level.INFO, "Wall time: " + DurationText.exact(run.wallTime()));
        slowest();
        log.always("Final exit code: " + ended.exitCode());
    }

    private void problems() {
        List<TaskExecution> problems = run.problems();
        problems.stream().limit(NAMED_PROBLEMS).forEach(task -> log.write(Level.INFO, problem(task)));
        if (problems.size() > NAMED_PROBLEMS) {
            log.write(Level.INFO, "Also failed: " + Counted.of(problems.size() - NAMED_PROBLEMS, "more task"));
        }
    }

    /** Lists the tasks whose failure no field of the file uses (rule 18.2). */
    private void unhandledFailures() {
        List<TaskExecution> unhandled = run.unhandledFailures();
        if (!unhandled.isEmpty()) {
            String tasks = unhandled.stream()
                    .limit(NAMED_PROBLEMS)
                    .map(TaskLabels::onHost)
                    .collect(Collectors.joining(", "));
            int more = unhandled.size() - NAMED_PROBLEMS;
            log.write(
                    Level.WARN,
                    "No field of the task file uses the failure of " + tasks
                            + (more > 0 ? " and " + Counted.of(more, "more task") : "") + ". "
                            + FailureSentence.UNHANDLED_REMEDY);
        }
    }

    private static String problem(TaskExecution task) {
        String how =
                switch (task.state()) {
                    case TIMED_OUT -> "Timed out: ";
                    case UNKNOWN -> "End unknown: ";
                    default -> "Failed: ";
                };
        return how + TaskLabels.onHost(task) + ": " + StatusReason.of(task);
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
