package io.jenkins.plugins.tasker.command.output;

import io.jenkins.plugins.tasker.taskfile.WhiteSpace;

/**
 * Recognizes the separators of a text (rule 6.1). Holds the state of one search; use a new one for each text.
 *
 * @param length characters of one separator
 * @param run whether adjacent separators are one
 */
record Separator(End end, int length, boolean run) {

    /** Receives the characters of a text one by one. */
    @FunctionalInterface
    interface End {

        /** Whether a separator ends with this character. */
        boolean at(char c);
    }

    /** @param delimiter a word of rule 6.1, or literal text; not empty */
    static Separator of(String delimiter) {
        return switch (delimiter) {
            case "space" -> new Separator(WhiteSpace::is, 1, true);
            case "tab" -> new Separator(c -> c == '\t', 1, true);
            case "comma" -> text(",");
            case "semi", "semicolon" -> text(";");
            case "pipe" -> text("|");
            case "newline" -> text("\n");
            default -> text(delimiter);
        };
    }

    private static Separator text(String text) {
        return new Separator(new TextSearch(text)::endsAt, text.length(), false);
    }
}
