/**
 * Reads the state of Pipelines that run while the plugin is upgraded: earlier versions saved the step {@code taskerRun}
 * and its results under the class names of this package. Each class here becomes its successor in {@code steps} as soon as
 * Jenkins has read it; nothing creates one otherwise.
 */
package io.jenkins.plugins.tasker.pipeline;
