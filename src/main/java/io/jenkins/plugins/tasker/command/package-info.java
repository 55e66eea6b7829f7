/**
 * How one command runs: execution types as data, the argv of a command, the port {@link
 * io.jenkins.plugins.tasker.command.CommandRunner}, and the runner for processes of this machine, with streams, time limit and process
 * tree (sections 5 and 6).
 *
 * <p>Knows {@code taskfile}. Nothing here knows of tasks that follow each other, of events or of logs; what another way of running
 * commands needs goes behind the port.
 */
package io.jenkins.plugins.tasker.command;
