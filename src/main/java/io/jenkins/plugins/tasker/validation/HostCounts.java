package io.jenkins.plugins.tasker.validation;

/**
 * How many hosts a validation tested.
 *
 * @param tested how many different hosts it tested
 * @param resolved how many of their names resolved
 * @param reachable how many of them answered a ping
 */
public record HostCounts(int tested, int resolved, int reachable) {}
