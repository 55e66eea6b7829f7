package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.text.Level;

/**
 * A line of the report of a validation.
 *
 * @param symbol the symbol that a terminal shows in front of the text, as in {@code docs/tasker-2.0.md}; empty for most lines
 */
public record ReportLine(Level level, String symbol, String text) {

    static final String PASSED = "\u2705";
    static final String FAILED = "\u274c";
    static final String SKIPPED = "\u26a0\ufe0f";
    static final String READY = "\ud83c\udf89";

    public ReportLine(Level level, String text) {
        this(level, "", text);
    }

    /**
     * Returns the text with its symbol, if it has one.
     *
     * @param symbols whether the output can show symbols, which only repeat what the text says
     */
    public String text(boolean symbols) {
        return symbols && !symbol.isEmpty() ? symbol + " " + text : text;
    }

    @Override
    public String toString() {
        return "[" + level + "] " + text;
    }
}
