/**
 * The build step of Freestyle jobs and their like, with the parameters of the Pipeline step.
 *
 * <p>What a parameter means is in {@code run}.
 */
package io.jenkins.plugins.tasker.freestyle;
