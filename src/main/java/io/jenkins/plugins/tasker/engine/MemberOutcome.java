package io.jenkins.plugins.tasker.engine;

/** How a member of a group ended. */
public enum MemberOutcome {
    SUCCESS('s'),
    FAILED('f'),
    TIMED_OUT('t'),
    /** Left out by a condition or by {@code --limit}. */
    SKIPPED('k'),
    /** The group or the run ended before (rule 19.10). */
    NOT_STARTED('n');

    private final char mark;

    MemberOutcome(char mark) {
        this.mark = mark;
    }

    /** Returns the character of the outcome in the journal. */
    public char mark() {
        return mark;
    }

    static MemberOutcome of(TaskResult result) {
        return switch (result.status()) {
            case SUCCESS -> SUCCESS;
            case FAILED -> FAILED;
            case TIMED_OUT -> TIMED_OUT;
            case SKIPPED -> SKIPPED;
            case NOT_STARTED -> NOT_STARTED;
        };
    }

    boolean isFailure() {
        return this == FAILED || this == TIMED_OUT;
    }
}
