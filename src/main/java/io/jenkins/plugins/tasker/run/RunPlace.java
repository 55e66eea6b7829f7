package io.jenkins.plugins.tasker.run;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;

/**
 * Where a run takes place.
 *
 * @param build gets the page of the run, and keeps its record
 * @param workspace where the task file is looked for and the commands run
 * @param environment variables that the build adds to those of the agent
 */
public record RunPlace(Run<?, ?> build, FilePath workspace, EnvVars environment, TaskListener console) {}
