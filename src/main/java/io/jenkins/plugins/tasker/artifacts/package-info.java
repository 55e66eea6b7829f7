/**
 * What a run leaves with its build for people to read: log, task file, page, summary and test report, as artifacts of the build.
 *
 * <p>Their content is made in {@code report}. What cannot be kept is told, and changes nothing about the run.
 */
package io.jenkins.plugins.tasker.artifacts;
