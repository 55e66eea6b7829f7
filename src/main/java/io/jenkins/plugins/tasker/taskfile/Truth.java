package io.jenkins.plugins.tasker.taskfile;

/** The value of a condition or of one of its parts (rule 8.12). */
public enum Truth {
    TRUE,
    FALSE,
    /** The operator of the test cannot compare its values. */
    UNKNOWN;

    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** Returns the opposite; that of unknown is unknown. */
    public Truth negated() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
