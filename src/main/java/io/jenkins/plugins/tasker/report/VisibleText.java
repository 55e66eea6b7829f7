package io.jenkins.plugins.tasker.report;

/** Text for one line: newlines become {@code \n}, other control characters {@code \xHH} (rule 16.3). */
final class VisibleText {

    private static final String DIGITS = "0123456789ABCDEF";

    private VisibleText() {}

    static String of(String text) {
        int i = 0;
        while (i < text.length() && !Character.isISOControl(text.charAt(i))) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length() + 16).append(text, 0, i);
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                visible.append("\\n");
            } else if (Character.isISOControl(c)) {
                visible.append("\\x").append(DIGITS.charAt(c >> 4)).append(DIGITS.charAt(c & 15));
            } else {
                visible.append(c);
            }
        }
        return visible.toString();
    }
}
