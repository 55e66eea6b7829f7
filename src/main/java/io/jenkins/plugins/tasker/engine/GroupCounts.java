package io.jenkins.plugins.tasker.engine;

/**
 * Counts the members of a group by their status (rule 11.7).
 *
 * @param failed members that failed or timed out
 * @param timeout members that timed out
 */
public record GroupCounts(int success, int failed, int timeout, int skipped) {

    /** Returns the number of all members. */
    public int total() {
        return success + failed + skipped;
    }

    boolean allSkipped() {
        return skipped > 0 && skipped == total();
    }
}
