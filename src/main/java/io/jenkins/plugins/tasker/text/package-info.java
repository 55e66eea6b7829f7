/**
 * Formats text in the same way for all packages: escapes control characters ({@link VisibleText}), adds plurals ({@link
 * Counted}) and hosts ({@link OnHost}), shortens long texts ({@link Shortened}), writes times ({@link TimestampText}) and
 * decimal numbers ({@link DecimalText}). Suggests similar names ({@link SimilarNames}) and defines the log levels ({@link
 * Level}).
 *
 * <p>Depends on the JDK only.
 */
package io.jenkins.plugins.tasker.text;
