/**
 * Commands as processes of this machine: starting, reading both streams, time limits, termination of process trees (rules 5.10 to
 * 5.12). Implements the port {@link io.jenkins.plugins.tasker.command.CommandRunner}.
 *
 * <p>Depends on {@code command} and {@code command.output}.
 */
package io.jenkins.plugins.tasker.command.process;
