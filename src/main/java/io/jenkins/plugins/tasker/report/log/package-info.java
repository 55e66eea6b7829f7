/**
 * The run log (rules 16.1 to 16.3 and 16.9): each event as lines for a terminal, a log file or a console.
 *
 * <p>Depends on {@code report}. Computes no facts: a line shows what an event holds.
 */
package io.jenkins.plugins.tasker.report.log;
