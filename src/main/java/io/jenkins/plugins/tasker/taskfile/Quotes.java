package io.jenkins.plugins.tasker.taskfile;

/** The lexical rules of quotes (rule 5.5), shared by inline comments, words and the detection of shell commands. */
public final class Quotes {

    private Quotes() {}

    /**
     * Returns the position of the quote that closes the one at {@code open}, or -1. In double quotes a backslash
     * escapes {@code "} and {@code \}; single quotes have no escapes.
     */
    public static int closing(String text, int open) {
        char quote = text.charAt(open);
        for (int i = open + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote) {
                return i;
            }
            if (c == '\\' && quote == '"' && i + 1 < text.length() && isEscapable(text.charAt(i + 1))) {
                i++;
            }
        }
        return -1;
    }

    /** Returns whether a backslash escapes the character within double quotes. */
    static boolean isEscapable(char c) {
        return c == '"' || c == '\\';
    }

    static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }
}
