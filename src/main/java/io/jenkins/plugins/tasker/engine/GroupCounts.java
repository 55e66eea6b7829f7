package io.jenkins.plugins.tasker.engine;

import java.util.Objects;

/** Counts the members of a group by their status (rule 11.7). */
public final class GroupCounts {

    private final int success;
    private final int failed;
    private final int timeout;
    private final int skipped;
    private final int notStarted;

    /**
     * Counts a group in which every member was started or skipped.
     *
     * @param failed members that failed or timed out
     * @param timeout members that timed out
     */
    public GroupCounts(int success, int failed, int timeout, int skipped) {
        this(success, failed, timeout, skipped, 0);
    }

    private GroupCounts(int success, int failed, int timeout, int skipped, int notStarted) {
        this.success = success;
        this.failed = failed;
        this.timeout = timeout;
        this.skipped = skipped;
        this.notStarted = notStarted;
    }

    /** Returns the counts with further members that were not started (rule 19.10). */
    public GroupCounts withNotStarted(int members) {
        return new GroupCounts(success, failed, timeout, skipped, members);
    }

    public int success() {
        return success;
    }

    /** Returns the number of members that failed or timed out. */
    public int failed() {
        return failed;
    }

    /** Returns the number of members that timed out. */
    public int timeout() {
        return timeout;
    }

    public int skipped() {
        return skipped;
    }

    /** Returns the number of members that were not started, because the group or the run ended before. */
    public int notStarted() {
        return notStarted;
    }

    /** Returns the number of all members. */
    public int total() {
        return success + failed + skipped + notStarted;
    }

    boolean allSkipped() {
        return skipped > 0 && skipped == total();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GroupCounts counts
                && success == counts.success
                && failed == counts.failed
                && timeout == counts.timeout
                && skipped == counts.skipped
                && notStarted == counts.notStarted;
    }

    @Override
    public int hashCode() {
        return Objects.hash(success, failed, timeout, skipped, notStarted);
    }

    @Override
    public String toString() {
        return success + " successful, " + failed + " failed, " + timeout + " timed out, " + skipped + " skipped, "
                + notStarted + " not started";
    }
}
