package io.jenkins.plugins.tasker.command;

/** A position in a shell text. */
final class ShellCursor {

    private final String text;
    private int at;

    ShellCursor(String text) {
        this.text = text;
    }

    /** Returns whether a character takes the place of a reference. */
    static boolean isValue(char c) {
        return c == ShellWord.VALUE || c == ShellWord.CUT_VALUE;
    }

    char peek() {
        return peek(0);
    }

    /** Returns a character near the current one, or a newline outside of the text. */
    char peek(int distance) {
        int position = at + distance;
        return position >= 0 && position < text.length() ? text.charAt(position) : '\n';
    }

    boolean atEnd() {
        return at >= text.length();
    }

    void skip(int characters) {
        at += characters;
    }

    int position() {
        return at;
    }

    /** Returns the text between an earlier position and the current one. */
    String since(int start) {
        return text.substring(start, Math.min(at, text.length()));
    }
}
