/**
 * Shares connections of ssh among the commands of a run (rule 5.14).
 *
 * <p>{@link SharedConnections} decorates the runner of a run. It starts masters with ordinary commands, so it works wherever
 * commands run.
 */
package io.jenkins.plugins.tasker.command.ssh;
