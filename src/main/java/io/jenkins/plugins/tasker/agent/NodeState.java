package io.jenkins.plugins.tasker.agent;

/**
 * The current state of a node of Jenkins.
 *
 * @param permitted whether the build may use it
 * @param busy number of busy executors
 */
public record NodeState(String name, boolean online, boolean permitted, int busy) {}
