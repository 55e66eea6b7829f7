package io.jenkins.plugins.tasker.taskfile;

/** White space as rule 1.4 defines it: the Unicode property White_Space. Both definitions of the JDK differ from it. */
public final class WhiteSpace {

    private WhiteSpace() {}

    public static boolean is(char c) {
        if (c <= 0x20) {
            return c == ' ' || (c >= 0x09 && c <= 0x0D);
        }
        return c == 0x85
                || c == 0xA0
                || c == 0x1680
                || (c >= 0x2000 && c <= 0x200A)
                || c == 0x2028
                || c == 0x2029
                || c == 0x202F
                || c == 0x205F
                || c == 0x3000;
    }

    /** Returns the text without white space at both ends. */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && is(text.charAt(start))) {
            start++;
        }
        return trimEnd(text.substring(start, end));
    }

    /** Returns the text without white space at its end. */
    public static String trimEnd(String text) {
        int end = text.length();
        while (end > 0 && is(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Returns whether the text contains white space. */
    public static boolean occursIn(String text) {
        return text.chars().anyMatch(c -> is((char) c));
    }

    /** Returns the first position at or after {@code from} that is not white space, or the length of the text. */
    public static int skip(String text, int from) {
        int position = from;
        while (position < text.length() && is(text.charAt(position))) {
            position++;
        }
        return position;
    }
}
