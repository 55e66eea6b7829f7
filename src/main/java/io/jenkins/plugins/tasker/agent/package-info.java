/**
 * The port {@link io.jenkins.plugins.tasker.command.CommandRunner} for an agent of Jenkins: one session for each run, in which the
 * agent spawns, reads and terminates, and the controller waits for no command with a thread.
 *
 * <p>Everything that travels between the two is a class of this package, and is taken with care at the controller's end, because an
 * agent is trusted less. Nothing here knows of workflows, builds or pages.
 */
package io.jenkins.plugins.tasker.agent;
