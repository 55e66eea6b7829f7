/**
 * Contains what all reports share: status marks and reasons ({@link StatusMark}, {@link StatusReason}), labels, durations,
 * outcome sentences, rows of the project summary, and the texts of {@code tasker runs} and {@code tasker show}. Packages below
 * this one write the log, files, pictures and pages (section 16).
 *
 * <p>Depends on {@code journal}, {@code validation} and below. Each report is computed from the record or the events of a run
 * alone; if a report needs a further fact, add it to an event.
 */
package io.jenkins.plugins.tasker.report;
