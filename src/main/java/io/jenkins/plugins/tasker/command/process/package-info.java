/**
 * Runs commands as processes of this machine: starts them, reads both streams, watches time limits and terminates process trees (rules
 * 5.10 to 5.12).
 *
 * <p>{@link io.jenkins.plugins.tasker.command.process.LocalCommandRunner} implements the port {@link
 * io.jenkins.plugins.tasker.command.CommandRunner}. {@code LocalCommand} holds the states of a command, {@code OutputPump} reads the
 * output of all commands with one thread, and {@link io.jenkins.plugins.tasker.command.process.Terminator} ends process trees. The
 * package depends on {@code command} and below.
 */
package io.jenkins.plugins.tasker.command.process;
