package io.jenkins.plugins.tasker.engine;

import java.util.OptionalInt;

/** Counts the members of a group that failed for good against {@code max_fail} (rule 19.10). */
final class FailureBudget {

    private final OptionalInt allowed;
    private int failed;

    /** @param allowed how many members may fail; empty without a limit */
    FailureBudget(OptionalInt allowed) {
        this.allowed = allowed;
    }

    void count(TaskResult result) {
        failed += result.isFailure() ? 1 : 0;
    }

    /** Returns whether more members have failed than allowed. */
    boolean isSpent() {
        return allowed.isPresent() && failed > allowed.getAsInt();
    }

    @Override
    public String toString() {
        return failed + " failed, " + allowed.orElse(Integer.MAX_VALUE) + " may fail";
    }
}
