package io.jenkins.plugins.tasker.text;

/** Text whose control characters can be seen as {@code \xHH}. */
public final class VisibleText {

    private static final String DIGITS = "0123456789ABCDEF";

    private VisibleText() {}

    /** For one line: newlines become {@code \n} (rule 16.3). */
    public static String of(String text) {
        return of(text, "");
    }

    /** For a text of lines: line ends and tabs stay. */
    public static String lines(String text) {
        return of(text, "\n\t");
    }

    private static String of(String text, String kept) {
        int i = 0;
        while (i < text.length() && isShown(text.charAt(i), kept)) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length() + 16).append(text, 0, i);
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isShown(c, kept)) {
                visible.append(c);
            } else if (c == '\n') {
                visible.append("\\n");
            } else {
                visible.append("\\x").append(DIGITS.charAt(c >> 4)).append(DIGITS.charAt(c & 15));
            }
        }
        return visible.toString();
    }

    private static boolean isShown(char c, String kept) {
        return !Character.isISOControl(c) || kept.indexOf(c) >= 0;
    }
}
