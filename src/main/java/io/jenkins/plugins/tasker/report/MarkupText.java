package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.text.VisibleText;

/**
 * Escapes text for XML and HTML. Control characters that XML forbids become {@code \xHH} as in the log. Unpaired surrogates
 * and non-characters become the replacement character.
 */
final class MarkupText {

    private MarkupText() {}

    /** @param value whether the text is an attribute value, in which line ends and tabs must be character references */
    static void append(StringBuilder out, String text, boolean value) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c < 0x7F) {
                appendAscii(out, c, value);
            } else if (c == '\n' || c == '\t') {
                if (value) {
                    out.append("&#").append((int) c).append(';');
                } else {
                    out.append(c);
                }
            } else if (c == '\r') {
                out.append("&#13;");
            } else if (Character.isISOControl(c)) {
                VisibleText.appendHex(out, c);
            } else if (Character.isSurrogate(c)) {
                i += appendPair(out, text, i);
            } else {
                out.append(c >= 0xFFFE ? '\uFFFD' : c);
            }
        }
    }

    private static void appendAscii(StringBuilder out, char c, boolean value) {
        switch (c) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append(value ? "&quot;" : "\"");
            default -> out.append(c);
        }
    }

    /** Returns how many further characters were consumed. */
    private static int appendPair(StringBuilder out, String text, int i) {
        char high = text.charAt(i);
        if (Character.isHighSurrogate(high) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
            out.append(high).append(text.charAt(i + 1));
            return 1;
        }
        out.append('\uFFFD');
        return 0;
    }
}
