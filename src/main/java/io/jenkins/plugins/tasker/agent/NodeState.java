package io.jenkins.plugins.tasker.agent;

/**
 * The current state of a node of Jenkins.
 *
 * @param permitted whether the user of the build may use it
 * @param refusal why Jenkins starts no work of the build there; empty if it does
 * @param busy number of busy executors
 */
public record NodeState(String name, boolean online, boolean permitted, String refusal, int busy) {

    /** Whether commands of the build may start there now. */
    boolean isUsable() {
        return online && permitted && refusal.isEmpty();
    }
}
