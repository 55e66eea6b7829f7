/**
 * Runs a task file from its text to the exit code, in the order of rule 15.2.
 *
 * <p>{@link RunSession} performs the steps of one run. A {@link RunRequest} holds the task file and all settings, an
 * {@link ExecutionEnvironment} the place where commands run, and {@link RunObservers} the log and the listeners. The command
 * and the Jenkins steps provide these three and share everything else.
 */
package io.jenkins.plugins.tasker.session;
