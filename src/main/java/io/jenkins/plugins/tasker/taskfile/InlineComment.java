package io.jenkins.plugins.tasker.taskfile;

/** Finds the comment after a value (rules 2.3 and 2.4). */
final class InlineComment {

    private InlineComment() {}

    /** Returns the position of the {@code #} that starts a comment in a trimmed line, or -1. */
    static int start(String line) {
        if (line.indexOf('#') < 0) {
            return -1;
        }
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '#' && i > 0 && WhiteSpace.is(line.charAt(i - 1))) {
                return i;
            }
            if (c == '\\') {
                i++;
            } else if (Quotes.isQuote(c)) {
                int closing = Quotes.closing(line, i);
                i = closing < 0 ? i : closing;
            }
        }
        return -1;
    }
}
