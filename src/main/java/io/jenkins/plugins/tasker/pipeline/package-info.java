/**
 * The step {@code taskerRun}: its parameters, its execution in the background of a Pipeline, and what it returns to the script.
 *
 * <p>What a parameter means is in {@code run}.
 */
package io.jenkins.plugins.tasker.pipeline;
