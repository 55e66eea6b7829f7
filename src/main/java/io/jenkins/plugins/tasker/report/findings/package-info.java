/**
 * Findings of a validation for other programs: JSON and SARIF.
 *
 * <p>Depends on {@code validation}.
 */
package io.jenkins.plugins.tasker.report.findings;
