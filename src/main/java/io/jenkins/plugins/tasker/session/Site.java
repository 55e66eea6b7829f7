package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.command.CommandRunner;
import io.jenkins.plugins.tasker.command.Programs;
import io.jenkins.plugins.tasker.validation.HostResolver;

/** The machine where commands run: this one, or an agent of Jenkins. */
public record Site(CommandRunner runner, Programs programs, HostResolver resolver) {}
