package io.jenkins.plugins.tasker.text;

/** The levels of the run log, from the most to the least important (rule 16.1). */
public enum Level {
    ERROR,
    WARN,
    INFO,
    DEBUG;

    /** Returns whether a log with the level {@code limit} contains lines of this level. */
    public boolean isShownAt(Level limit) {
        return compareTo(limit) <= 0;
    }
}
