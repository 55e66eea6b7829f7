package io.jenkins.plugins.tasker.taskfile;

import java.util.Locale;
import java.util.Optional;

/**
 * A character that looks like another one, or like none, and that text processors and web pages insert.
 *
 * @param position in the text, from 1
 */
public record DeceptiveCharacter(int position, int codePoint, Kind kind) {

    /** What the character looks like. */
    public enum Kind {
        /** A typographic quote, which quotes nothing. */
        QUOTE,
        /** A blank that commands and shells read as an ordinary character. */
        BLANK,
        /** Nothing. */
        INVISIBLE
    }

    private static final String DOUBLE_QUOTES = "\u201C\u201D\u201E\u201F\u2033\u2036";
    private static final String SINGLE_QUOTES = "\u2018\u2019\u201A\u201B\u2032\u2035";
    private static final String BLANKS = "\u00A0\u2007\u202F";

    /** Join letters of some scripts, and the parts of emoji. */
    private static final String JOINERS = "\u200C\u200D";

    /** Returns the first one in a text. Typographic quotes count outside of straight quotes, and not within a word as apostrophes. */
    public static Optional<DeceptiveCharacter> first(String text) {
        int quoted = -1;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (i > quoted && Quotes.isQuote(text.charAt(i))) {
                quoted = Math.max(quoted, Quotes.closing(text, i));
            }
            Kind kind = kind(text, i, c);
            if (kind != null && (kind != Kind.QUOTE || i > quoted)) {
                return Optional.of(new DeceptiveCharacter(i + 1, c, kind));
            }
            i += Character.charCount(c);
        }
        return Optional.empty();
    }

    private static Kind kind(String text, int at, int c) {
        if (c < 0x80) {
            return null;
        }
        if (DOUBLE_QUOTES.indexOf(c) >= 0) {
            return Kind.QUOTE;
        }
        if (SINGLE_QUOTES.indexOf(c) >= 0) {
            return isLetter(text, at - 1) && isLetter(text, at + 1) ? null : Kind.QUOTE;
        }
        if (BLANKS.indexOf(c) >= 0) {
            return Kind.BLANK;
        }
        boolean joins = JOINERS.indexOf(c) >= 0 && !isAscii(text, at - 1) && !isAscii(text, at + 1);
        return Character.getType(c) == Character.FORMAT && !joins ? Kind.INVISIBLE : null;
    }

    private static boolean isLetter(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    private static boolean isAscii(String text, int at) {
        return at < 0 || at >= text.length() || text.charAt(at) < 0x80;
    }

    /** Returns code and name, such as {@code U+201C (left double quotation mark)}. */
    public String name() {
        return String.format(Locale.ROOT, "U+%04X", codePoint) + " ("
                + String.valueOf(Character.getName(codePoint)).toLowerCase(Locale.ROOT) + ")";
    }
}
