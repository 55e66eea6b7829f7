/**
 * The page of a run as HTML, whole or in parts.
 *
 * <p>Depends on {@code report.svg} and {@code report.files}. The pages of Jenkins show the same parts.
 */
package io.jenkins.plugins.tasker.report.html;
