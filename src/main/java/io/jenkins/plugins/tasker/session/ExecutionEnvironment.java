package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.command.CommandRunner;
import io.jenkins.plugins.tasker.command.Programs;
import io.jenkins.plugins.tasker.validation.HostResolver;
import io.jenkins.plugins.tasker.validation.NodeTypes;

/**
 * The place where commands run: this machine, or an agent of Jenkins.
 *
 * @param programs the programs that are installed there
 * @param resolver resolves host names there
 * @param nodes the nodes of Jenkins, for execution types that select one; the command has none
 */
public record ExecutionEnvironment(CommandRunner runner, Programs programs, HostResolver resolver, NodeTypes nodes) {}
