/**
 * Draws runs as SVG elements: {@link FlowPicture} the flow, {@link Timeline} the time, {@link Trend} the last runs of a job.
 * A picture is computed from {@link io.jenkins.plugins.tasker.journal.RunRecord} alone.
 *
 * <p>Depends on {@code report}.
 */
package io.jenkins.plugins.tasker.report.svg;
