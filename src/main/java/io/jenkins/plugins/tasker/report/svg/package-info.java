/**
 * Pictures of a run as SVG elements: the flow, the timeline, the trend of a job.
 *
 * <p>Depends on {@code report}. A picture is a function of a {@link io.jenkins.plugins.tasker.journal.RunRecord}.
 */
package io.jenkins.plugins.tasker.report.svg;
