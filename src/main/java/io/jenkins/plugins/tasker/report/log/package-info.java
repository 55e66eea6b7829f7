/**
 * Writes the run log (rules 16.1 to 16.3 and 16.9). {@link RunLog} receives the events of a run, converts them to lines and
 * writes these to each {@link LogSink}: a terminal, a log file, a console. {@link LiveLines} shows output while commands run.
 *
 * <p>Depends on {@code report}. A line contains only facts of its event.
 */
package io.jenkins.plugins.tasker.report.log;
