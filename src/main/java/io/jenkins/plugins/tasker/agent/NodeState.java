package io.jenkins.plugins.tasker.agent;

/**
 * A node of Jenkins at this moment.
 *
 * @param permitted whether the build may use it
 * @param busy how many of its executors are occupied
 */
public record NodeState(String name, boolean online, boolean permitted, int busy) {}
