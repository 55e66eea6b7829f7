package io.jenkins.plugins.tasker.validation;

/** Makes text of a task file, of a host or of a program fit to be shown: it must not steer the terminal that shows it. */
final class Printable {

    /** As many characters of a text as the log shows (rule 16.3). */
    private static final int LONGEST = 200;

    private Printable() {}

    /** Cut to the length that people read. */
    static String of(String text) {
        if (text.length() <= LONGEST) {
            return whole(text);
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return whole(text.substring(0, end)) + "...";
    }

    /** With all its characters. */
    static String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return escape(text);
            }
        }
        return text;
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                escaped.append("\\n");
            } else if (Character.isISOControl(c)) {
                escaped.append(String.format("\\x%02X", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
