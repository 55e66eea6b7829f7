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

/**
 * What can be written when a run is over: summary row and reports. What goes wrong here is told in the log and never changes
 * the exit code of the run (rule 16.7).
 *
 * @param run may have come to no task; then there is nothing to report but the row
 * @param taskFile base name
 * @param exitCode of the run (section 18)
 */
public record RunReports(RunRecord run, String taskFile, int exitCode, Clock clock, RunLog log) {

    /** Something that writes a file. */
    private interface Writing {
        void write() throws IOException;
    }

    /**
     * Adds the row of this run to the summary of its project (rules 16.7, 16.8).
     *
     * @param logFile base name of the run log
     */
    public void summary(Path directory, String project, String logFile) {
        SummaryRow row = run.ended().isPresent()
                ? SummaryRow.of(run, clock.getZone(), logFile)
                : SummaryRow.notRun(clock.instant(), clock.getZone(), taskFile, exitCode, logFile);
        attempt(() -> new ProjectSummary(LogFileSet.summary(directory, project)).append(row));
    }

    /** Creates or replaces a file of JUnit XML. */
    public void junit(Path file) {
        if (run.started().isPresent()) {
            attempt(() -> JUnitReport.write(run, file));
        }
    }

    /** Creates or replaces the page {@link HtmlReport#FILE} in a directory. */
    public void html(Path directory) {
        if (run.started().isPresent()) {
            attempt(() -> HtmlReport.write(run, clock.getZone(), directory));
        }
    }

    /** Creates or replaces a page and its style sheet, which share a name. */
    public void html(Path directory, String name) {
        if (run.started().isPresent()) {
            attempt(() -> HtmlReport.write(run, clock.getZone(), directory, name));
        }
    }

    private void attempt(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            log.write(Level.ERROR, e.getMessage());
        }
    }
}
