/**
 * The output of one command (rule 5.10 and section 6): {@link io.jenkins.plugins.tasker.command.output.OutputCollector} decodes it as it
 * arrives and stores it in memory or in a temporary file, {@link io.jenkins.plugins.tasker.command.output.Output} answers queries about
 * it, and {@link io.jenkins.plugins.tasker.command.output.OutputSplitter} selects an element.
 *
 * <p>The package depends on {@code taskfile} and starts no process.
 */
package io.jenkins.plugins.tasker.command.output;
