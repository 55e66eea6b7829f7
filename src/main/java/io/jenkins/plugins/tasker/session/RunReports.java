package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.report.SummaryRow;
import io.jenkins.plugins.tasker.report.files.JUnitReport;
import io.jenkins.plugins.tasker.report.files.LogFileSet;
import io.jenkins.plugins.tasker.report.files.ProjectSummary;
import io.jenkins.plugins.tasker.report.html.HtmlReport;
import io.jenkins.plugins.tasker.report.log.RunLog;
import io.jenkins.plugins.tasker.text.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * Writes summary row and reports when a run has ended. A failure is logged and leaves the exit code of the run unchanged
 * (rule 16.7).
 *
 * @param run without any event if the run ended before its first task; then only the row is written
 * @param taskFile base name
 * @param exitCode of the run (section 18)
 */
public record RunReports(RunRecord run, String taskFile, int exitCode, Clock clock, RunLog log) {

    /** Writes one report. */
    private interface Writer {
        void write() throws IOException;
    }

    /**
     * Adds the row of this run to the summary of its project (rules 16.7, 16.8).
     *
     * @param logFile base name of the run log
     * @param declinedBy the user who declined the plan
     */
    public void summary(Path directory, String project, String logFile, Optional<String> declinedBy) {
        SummaryRow row = run.ended().isPresent()
                ? SummaryRow.of(run, clock.getZone(), logFile)
                : SummaryRow.notRun(clock.instant(), clock.getZone(), taskFile, exitCode, logFile)
                        .declined(declinedBy);
        attempt(() -> new ProjectSummary(LogFileSet.summary(directory, project)).append(row));
    }

    /** Writes a JUnit XML file, unless the run ended before its first task. */
    public void junit(Path file) {
        if (run.started().isPresent()) {
            attempt(() -> JUnitReport.write(run, file));
        }
    }

    /** Writes the page {@link HtmlReport#FILE} into a directory. */
    public void html(Path directory) {
        if (run.started().isPresent()) {
            attempt(() -> HtmlReport.write(run, clock.getZone(), directory));
        }
    }

    /**
     * Writes a page and its style sheet.
     *
     * @param styleSheet relative to the page
     */
    public void html(Path page, String styleSheet) {
        if (run.started().isPresent()) {
            attempt(() -> HtmlReport.write(run, clock.getZone(), page, styleSheet));
        }
    }

    private void attempt(Writer writer) {
        try {
            writer.write();
        } catch (IOException e) {
            log.write(Level.ERROR, e.getMessage());
        }
    }
}
