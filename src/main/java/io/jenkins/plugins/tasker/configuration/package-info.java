/**
 * The settings of the administrator for all runs: execution types, defaults, limits. The form of Manage Jenkins and
 * Configuration as Code set them.
 *
 * <p>Contains settings only; {@code run} applies them to each run.
 */
package io.jenkins.plugins.tasker.configuration;
