/**
 * Text that every other package writes in the same way: log levels, visible control characters, similar names, counted nouns,
 * times and decimal numbers.
 *
 * <p>Depends on the JDK only.
 */
package io.jenkins.plugins.tasker.text;
