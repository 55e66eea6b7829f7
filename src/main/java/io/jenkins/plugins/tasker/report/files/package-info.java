/**
 * Writes the files of a run (rules 16.5 to 16.8): {@link LogFile}, {@link ProjectSummary}, {@link JUnitReport} and
 * {@link ValidationReportFile}. {@link LogFileSet} names them. {@link SharedFile} appends under a lock, {@link ReportFile}
 * replaces atomically.
 *
 * <p>Depends on {@code report} and {@code report.log}.
 */
package io.jenkins.plugins.tasker.report.files;
