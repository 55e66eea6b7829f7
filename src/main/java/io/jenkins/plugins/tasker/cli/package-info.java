/**
 * The command {@code tasker}: options, environment, files of the log directory, terminal, signals (sections 15 and 16).
 *
 * <p>Knows the whole core. Nothing here decides about tasks: from the text of a task file on, everything happens in {@code session}, which
 * Jenkins shares.
 */
package io.jenkins.plugins.tasker.cli;
