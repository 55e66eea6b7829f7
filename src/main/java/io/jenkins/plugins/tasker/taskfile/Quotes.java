package io.jenkins.plugins.tasker.taskfile;

/** The lexical rules of quotes (rule 5.5), shared by inline comments, words and shell recognition. */
public final class Quotes {

    private Quotes() {}

    /**
     * Where the quote that opens at {@code open} is closed, or -1 if it has no partner.
     * In double quotes a backslash protects a following {@code "} or {@code \}; in single quotes nothing is special.
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

    /** What a backslash escapes within double quotes. */
    static boolean isEscapable(char c) {
        return c == '"' || c == '\\';
    }

    static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }
}
