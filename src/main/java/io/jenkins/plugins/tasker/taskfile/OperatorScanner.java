package io.jenkins.plugins.tasker.taskfile;

/** Where operators stand in the text of a condition (rules 8.4 and 8.5). */
final class OperatorScanner {

    /** At one place the longest operator wins, so the longer ones come first. */
    private static final String[] TESTS = {"!~", "!=", "<=", ">=", "==", "~", "=", "<", ">"};

    private OperatorScanner() {}

    /** The operator of a test that stands at this place, or null. */
    static String testAt(String text, int position) {
        char c = text.charAt(position);
        if (c != '!' && c != '~' && (c < '<' || c > '>')) {
            return null;
        }
        for (String operator : TESTS) {
            if (text.startsWith(operator, position)) {
                return operator;
            }
        }
        return null;
    }

    /** Whether {@code AND} or {@code OR} stands here, in upper case and between white space (rule 8.1). */
    static boolean isWord(String text, int position, String word) {
        int end = position + word.length();
        return position > 0
                && end < text.length()
                && text.startsWith(word, position)
                && WhiteSpace.is(text.charAt(position - 1))
                && WhiteSpace.is(text.charAt(end));
    }

    /** Whether the text of an operand ends here, parentheses within it left aside. */
    static boolean endsOperand(String text, int position) {
        char c = text.charAt(position);
        return c == '&'
                || c == '|'
                || c == ')'
                || (c == 'A' && isWord(text, position, "AND"))
                || (c == 'O' && isWord(text, position, "OR"));
    }
}
