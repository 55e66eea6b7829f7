package io.jenkins.plugins.tasker.taskfile;

/** Finds the characters and words between the tests of a condition: {@code &}, {@code |}, {@code AND}, {@code OR} (rule 8.1). */
final class Connectives {

    private Connectives() {}

    /** Returns whether {@code AND} or {@code OR} is at a position, in upper case and between white space. */
    static boolean isWord(String text, int position, String word) {
        int end = position + word.length();
        return position > 0
                && end < text.length()
                && text.startsWith(word, position)
                && WhiteSpace.is(text.charAt(position - 1))
                && WhiteSpace.is(text.charAt(end));
    }

    /** Returns whether an operand ends at a position that is outside of the operand's own parentheses (rule 8.5). */
    static boolean endsOperand(String text, int position) {
        char c = text.charAt(position);
        return c == '&'
                || c == '|'
                || c == ')'
                || (c == 'A' && isWord(text, position, "AND"))
                || (c == 'O' && isWord(text, position, "OR"));
    }
}
