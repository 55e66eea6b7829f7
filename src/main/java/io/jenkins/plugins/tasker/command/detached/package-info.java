/**
 * Commands that outlive the process that started them: each has a directory with its output and its exit status, from which another
 * process reattaches.
 *
 * <p>Depends on {@code command.process}. Implements the port {@link io.jenkins.plugins.tasker.command.CommandRunner}.
 */
package io.jenkins.plugins.tasker.command.detached;
