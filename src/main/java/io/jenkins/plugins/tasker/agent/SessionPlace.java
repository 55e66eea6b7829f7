package io.jenkins.plugins.tasker.agent;

import hudson.FilePath;
import java.util.Map;

/**
 * Where a session runs commands.
 *
 * @param workspace working directory of the commands
 * @param environment added to the variables of the agent
 * @param launcher starts the shell of the commands if it is decorated
 * @param run names the run on the agent; no other run may have the same name
 */
public record SessionPlace(FilePath workspace, Map<String, String> environment, ContextLauncher launcher, String run) {}
