/**
 * What people read: log, summary, JUnit XML, pictures, the page of a run, findings for other programs (section 16). Each view is a
 * function of the record of a run, or of its events.
 *
 * <p>Knows {@code journal} and {@code validation} and below. Nothing here keeps or finds out a fact of its own: a fact that a view
 * lacks belongs into an event. The pages of Jenkins show what is made here.
 */
package io.jenkins.plugins.tasker.report;
