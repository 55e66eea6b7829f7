package io.jenkins.plugins.tasker.command.output;

import io.jenkins.plugins.tasker.taskfile.WhiteSpace;

/**
 * What separates the elements of a text (rule 6.1). Holds the state of one search, so it is used for one text only.
 *
 * @param length number of characters of one separator
 * @param run whether separators that follow each other count as one
 */
record Separator(End end, int length, boolean run) {

    /** Takes the characters of a text one by one. */
    @FunctionalInterface
    interface End {

        /** Whether a separator ends with this character. */
        boolean at(char c);
    }

    /** @param delimiter one of the words of rule 6.1, or text that stands for itself; not empty */
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
