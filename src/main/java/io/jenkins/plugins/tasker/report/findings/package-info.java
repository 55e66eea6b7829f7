/**
 * Writes the findings of a validation for other programs, as JSON and SARIF.
 *
 * <p>Depends on {@code validation}.
 */
package io.jenkins.plugins.tasker.report.findings;
