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

    /** Returns the text if it fits into {@code limit} characters, otherwise its start followed by {@code mark}. */
    public static String of(String text, int limit, String mark) {
        return text.length() <= limit ? text : start(text, limit) + mark;
    }
}
