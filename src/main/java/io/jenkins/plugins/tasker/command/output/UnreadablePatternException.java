package io.jenkins.plugins.tasker.command.output;

/** Thrown for a pattern that is not in RE2 syntax (E39). */
public final class UnreadablePatternException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String part;

    UnreadablePatternException(String reason, String part) {
        super(reason);
        this.part = part;
    }

    /** Returns the part of the pattern that cannot be read; may be empty. */
    public String part() {
        return part;
    }
}
