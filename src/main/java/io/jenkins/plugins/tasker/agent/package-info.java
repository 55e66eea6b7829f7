/**
 * Runs commands on Jenkins agents: implements {@link io.jenkins.plugins.tasker.command.CommandRunner} with one session on the agent
 * for each run. The agent starts, reads and terminates commands; no thread of the controller waits for one.
 *
 * <p>{@link io.jenkins.plugins.tasker.agent.AgentCommandRunner} is the controller's side, {@code AgentSession} the agent's. Two
 * one-way streams connect them, with the messages of {@code agent.protocol}. Each side has one owner of the session ({@code
 * AgentConnection}, {@code AgentSession}), which releases everything that it exports. The controller's clock limits every wait for an
 * agent ({@code SessionLimits}). The package depends on {@code command} and below, on {@code validation}, and on Jenkins.
 */
package io.jenkins.plugins.tasker.agent;
