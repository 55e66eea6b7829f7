/**
 * Runs commands on Jenkins agents: implements {@link io.jenkins.plugins.tasker.command.CommandRunner} with one session on the agent
 * for each run. The agent starts, reads and terminates commands; no thread of the controller waits for one.
 *
 * <p>{@link io.jenkins.plugins.tasker.agent.AgentCommandRunner} is the controller's side, {@code AgentSession} the agent's. {@link
 * io.jenkins.plugins.tasker.agent.CommandOrder}s travel to the agent, {@link io.jenkins.plugins.tasker.agent.CommandReport}s back. All
 * classes that travel are in this package, and the controller validates them, because agents are less trusted. The package depends
 * on {@code command} and below, on {@code validation}, and on Jenkins.
 */
package io.jenkins.plugins.tasker.agent;
