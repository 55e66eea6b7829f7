package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.text.Level;

/**
 * One line of what a validation tells.
 *
 * @param symbol what a terminal shows in front of the text, as the user document does; empty for most lines
 */
public record ReportLine(Level level, String symbol, String text) {

    static final String PASSED = "\u2705";
    static final String FAILED = "\u274c";
    static final String SKIPPED = "\u26a0\ufe0f";
    static final String READY = "\ud83c\udf89";

    public ReportLine(Level level, String text) {
        this(level, "", text);
    }

    /** @param symbols whether symbols can be shown; they carry no meaning of their own */
    public String text(boolean symbols) {
        return symbols && !symbol.isEmpty() ? symbol + " " + text : text;
    }

    @Override
    public String toString() {
        return "[" + level + "] " + text;
    }
}
