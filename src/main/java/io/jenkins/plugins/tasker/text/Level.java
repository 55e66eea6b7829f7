package io.jenkins.plugins.tasker.text;

/** The levels of the run log, from the most to the least important (rule 16.1). */
public enum Level {
    ERROR,
    WARN,
    INFO,
    DEBUG;

    /** Whether a line of this level is shown when the log level is {@code limit}. */
    public boolean isShownAt(Level limit) {
        return compareTo(limit) <= 0;
    }
}
