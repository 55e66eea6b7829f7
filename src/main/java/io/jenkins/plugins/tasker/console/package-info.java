/**
 * The run log in the console of a build, with links to the page of the run.
 *
 * <p>The lines are made in {@code report}, and are the same as everywhere else; nothing here adds one or leaves one out.
 */
package io.jenkins.plugins.tasker.console;
