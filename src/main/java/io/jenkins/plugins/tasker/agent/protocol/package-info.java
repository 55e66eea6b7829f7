/**
 * The messages between a controller and a session on an agent, and their binary form: {@link
 * io.jenkins.plugins.tasker.agent.protocol.Order}s travel to the agent, {@link io.jenkins.plugins.tasker.agent.protocol.Report}s back, each
 * over a one-way stream of bytes. The receiver checks every length and every value, because agents are less trusted than the controller.
 * Nothing is deserialized by Java. The package depends on {@code command} and below.
 */
package io.jenkins.plugins.tasker.agent.protocol;
