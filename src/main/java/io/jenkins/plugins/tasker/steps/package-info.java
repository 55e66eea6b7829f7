/**
 * The Pipeline step {@code taskerRun} and the Freestyle build step: their parameters, forms and checks, and what the Pipeline step
 * returns to the script.
 *
 * <p>Depends on {@code run}, which executes the task file for both.
 */
package io.jenkins.plugins.tasker.steps;
