/**
 * The command {@code tasker}: options, environment, files of the log directory, terminal and signals (sections 15 and 16).
 *
 * <p>{@link Tasker} parses the command line, {@link RunCommand} runs a task file with processes of this machine, and
 * {@link RecordCommands} lists and shows recorded runs. The run itself is a {@code RunSession}, which Jenkins uses as well.
 */
package io.jenkins.plugins.tasker.cli;
