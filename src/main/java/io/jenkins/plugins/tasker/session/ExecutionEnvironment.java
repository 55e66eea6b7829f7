package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.command.CommandRunner;
import io.jenkins.plugins.tasker.command.Programs;
import io.jenkins.plugins.tasker.validation.HostResolver;
import io.jenkins.plugins.tasker.validation.NodeTypes;

/** Where commands run: on this machine, or on an agent of Jenkins, and perhaps on other nodes. */
public record ExecutionEnvironment(CommandRunner runner, Programs programs, HostResolver resolver, NodeTypes nodes) {}
