package io.jenkins.plugins.tasker.run;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.TaskListener;
import java.nio.file.Path;

/**
 * Where a run takes place.
 *
 * @param build directory of the build on the controller
 * @param workspace where the task file is looked for and the commands run
 * @param environment variables that the build adds to those of the agent
 */
public record RunPlace(Path build, FilePath workspace, EnvVars environment, TaskListener console) {}
