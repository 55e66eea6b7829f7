/**
 * The output of one command: decoded as it arrives, kept in memory or spooled to a file, searched and split (sections 5.10 and 6).
 *
 * <p>Depends on {@code taskfile}. Nothing here starts a process.
 */
package io.jenkins.plugins.tasker.command.output;
