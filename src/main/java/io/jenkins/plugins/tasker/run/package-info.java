/**
 * Runs a task file within a build of Jenkins, in the same way for every kind of job.
 *
 * <p>{@link JenkinsRun} validates the parameters of the step ({@link StepSettings}), binds credentials, connects to the agent
 * and runs a {@code RunSession}. {@link RunArtifacts} archives log and reports, and {@link RunOutcome} sets the result of the
 * build. This package makes no decision about tasks; {@code engine} does.
 */
package io.jenkins.plugins.tasker.run;
