package io.jenkins.plugins.tasker.engine;

/**
 * The end of a group.
 *
 * @param stopped whether more members failed than {@code max_fail} allows; then {@code next} is not satisfied (rule 19.10)
 */
record GroupOutcome(TaskResult result, boolean stopped) {

    /** Whether every member had its chance: else {@code next} is not satisfied, whatever it says. */
    boolean isComplete() {
        return !stopped && result.counts().map(GroupCounts::notStarted).orElse(0) == 0;
    }
}
