/**
 * Formats text in the same way for all packages: control characters ({@link VisibleText}), plurals ({@link Counted}),
 * hosts ({@link OnHost}), cuts ({@link Shortened}), times ({@link TimestampText}) and decimal numbers ({@link
 * DecimalText}). Suggests similar names ({@link SimilarNames}) and defines the log levels ({@link Level}).
 *
 * <p>Depends on the JDK only.
 */
package io.jenkins.plugins.tasker.text;
