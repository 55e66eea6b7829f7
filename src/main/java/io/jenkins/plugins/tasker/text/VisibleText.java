package io.jenkins.plugins.tasker.text;

import java.util.Locale;

/** Replaces control characters by {@code \xHH}, so that text from outside cannot control the terminal that shows it. */
public final class VisibleText {

    /** The length at which findings and log lines cut a text (rule 16.3). */
    private static final int LONGEST = 200;

    /** The soft hyphen. */
    private static final char FIRST_WITHOUT_SHAPE = 0xAD;

    /** Joins the parts of an emoji. */
    private static final char ZERO_WIDTH_JOINER = 0x200D;

    private static final String DIGITS = "0123456789ABCDEF";

    private VisibleText() {}

    /** Makes a text fit into one line: newlines become {@code \n} (rule 16.3). */
    public static String of(String text) {
        return of(text, "");
    }

    /**
     * Like {@link #of}, but cuts a text of more than 200 characters and appends {@code ...}. Characters without a shape appear as
     * {@code <U+200B>} (rule 2.17).
     */
    public static String start(String text) {
        String shaped = withShape(text);
        return shaped.length() <= LONGEST ? of(shaped) : of(Shortened.start(shaped, LONGEST)) + "...";
    }

    private static String withShape(String text) {
        if (text.chars().allMatch(c -> c < FIRST_WITHOUT_SHAPE)) {
            return text;
        }
        StringBuilder shaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (Character.getType(c) == Character.FORMAT && c != ZERO_WIDTH_JOINER) {
                shaped.append(String.format(Locale.ROOT, "<U+%04X>", c));
            } else {
                shaped.appendCodePoint(c);
            }
        });
        return shaped.toString();
    }

    /** Replaces control characters in a text of several lines; line ends and tabs stay. */
    public static String lines(String text) {
        return of(text, "\n\t");
    }

    /**
     * Like {@link #of}, but also replaces what would change the direction of a line or is half of a character, so that a line
     * occupies the columns that {@link DisplayWidth} counts.
     */
    public static String onTerminal(String text) {
        String visible = of(text);
        int i = 0;
        while (i < visible.length() && isPrinted(visible, i)) {
            i++;
        }
        if (i == visible.length()) {
            return visible;
        }
        StringBuilder printed = new StringBuilder(visible.length()).append(visible, 0, i);
        for (; i < visible.length(); i++) {
            printed.append(isPrinted(visible, i) ? visible.charAt(i) : '\uFFFD');
        }
        return printed.toString();
    }

    private static boolean isPrinted(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
        }
        boolean directs = c == '\u061C'
                || c >= '\u200E' && c <= '\u200F'
                || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2066' && c <= '\u2069';
        return !directs && c != '\u2028' && c != '\u2029';
    }

    /** Appends a control character as {@code \xHH}. */
    public static void appendHex(StringBuilder out, char control) {
        out.append("\\x").append(DIGITS.charAt(control >> 4)).append(DIGITS.charAt(control & 15));
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
                appendHex(visible, c);
            }
        }
        return visible.toString();
    }

    private static boolean isShown(char c, String kept) {
        return !Character.isISOControl(c) || kept.indexOf(c) >= 0;
    }
}
