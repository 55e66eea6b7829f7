package io.jenkins.plugins.tasker.engine;

/**
 * How the sub-tasks of a group ended (rule 11.7).
 *
 * @param failed includes the timed out ones
 */
public record GroupCounts(int total, int success, int failed, int timeout, int skipped) {

    boolean allSkipped() {
        return total > 0 && skipped == total;
    }
}
