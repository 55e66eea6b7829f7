/**
 * Files that a run writes: log file, project summary, JUnit XML, validation report (rules 16.5 to 16.8).
 *
 * <p>Depends on {@code report} and {@code report.log}.
 */
package io.jenkins.plugins.tasker.report.files;
