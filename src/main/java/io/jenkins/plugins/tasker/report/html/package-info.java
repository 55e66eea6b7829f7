/**
 * Writes the page of a run as HTML: {@link HtmlReport} the whole page, {@link RunParts} its parts for pages of Jenkins.
 *
 * <p>Depends on {@code report.svg} and {@code report.files}.
 */
package io.jenkins.plugins.tasker.report.html;
