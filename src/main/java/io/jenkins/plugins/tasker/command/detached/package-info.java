/**
 * Runs commands that outlive the process that started them. Each command has control files with its process id, output and exit
 * status; another process uses them to reattach.
 *
 * <p>{@link io.jenkins.plugins.tasker.command.detached.DetachedCommandRunner} implements the port {@link
 * io.jenkins.plugins.tasker.command.CommandRunner}. {@code ControlFiles} describes the files, {@code StartedCommand} and {@code
 * ReattachedCommand} are the two kinds of commands. The package depends on {@code command.process} and below.
 */
package io.jenkins.plugins.tasker.command.detached;
