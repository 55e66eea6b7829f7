/**
 * Defines commands and how they reach a host: execution types as data, the argv of a command, and the port {@link
 * io.jenkins.plugins.tasker.command.CommandRunner} (section 5).
 *
 * <p>An {@link io.jenkins.plugins.tasker.command.ExecutionType} turns the fields of a task into the argv of a {@link
 * io.jenkins.plugins.tasker.command.Command}. Runners live in other packages: {@code command.process}, {@code command.detached} and
 * {@code agent}. This package depends on {@code text}, {@code taskfile} and {@code command.output}. It contains no workflow, no events
 * and no logs.
 */
package io.jenkins.plugins.tasker.command;
