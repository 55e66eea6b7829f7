package io.jenkins.plugins.tasker.text;

/** Cuts long texts without splitting a surrogate pair. */
public final class Shortened {

    private Shortened() {}

    /**
     * Returns the first {@code limit} characters at most; one less if they end with half of a surrogate pair. The text may be cut
     * at {@code limit} already.
     */
    public static String start(CharSequence text, int limit) {
        if (text.length() < limit) {
            return text.toString();
        }
        boolean splitsPair = limit > 0 && Character.isHighSurrogate(text.charAt(limit - 1));
        return text.subSequence(0, splitsPair ? limit - 1 : limit).toString();
    }

    /** Returns at most the last {@code limit} characters; one less if they start with half of a surrogate pair. */
    public static String end(CharSequence text, int limit) {
        int start = Math.max(0, text.length() - limit);
        boolean splitsPair = start > 0 && start < text.length() && Character.isLowSurrogate(text.charAt(start));
        return text.subSequence(splitsPair ? start + 1 : start, text.length()).toString();
    }

    /**
     * Returns the text if it fits into {@code limit} characters, otherwise its first and last part with the number of the
     * characters in between (rule 16.13).
     */
    public static String ends(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        String start = start(text, limit - limit / 4);
        String end = end(text, limit / 4);
        return start + gap(text.length() - start.length() - end.length()) + end;
    }

    /** Returns the mark between the first and the last part of a text. */
    public static String gap(long characters) {
        return " [... " + Counted.of(characters, "character") + " ...] ";
    }

    /** Returns the text if it fits into {@code limit} characters, otherwise its start followed by {@code mark}. */
    public static String of(String text, int limit, String mark) {
        return text.length() <= limit ? text : start(text, limit) + mark;
    }
}
