package io.jenkins.plugins.tasker.command.output;

/**
 * Searches a text in a sequence of characters with the algorithm of Knuth, Morris and Pratt. Finds occurrences across the
 * borders of read buffers, and keeps no input.
 */
final class TextSearch {

    private final String text;
    private final int[] border;
    private int matched;

    /** @param text not empty */
    TextSearch(String text) {
        this.text = text;
        this.border = new int[text.length()];
        for (int i = 1; i < border.length; i++) {
            border[i] = extend(border[i - 1], text.charAt(i));
        }
    }

    /** Whether an occurrence ends with this character. Occurrences do not overlap. */
    boolean endsAt(char c) {
        matched = extend(matched, c);
        if (matched < text.length()) {
            return false;
        }
        matched = 0;
        return true;
    }

    private int extend(int length, char c) {
        int candidate = length;
        while (candidate > 0 && text.charAt(candidate) != c) {
            candidate = border[candidate - 1];
        }
        return text.charAt(candidate) == c ? candidate + 1 : 0;
    }
}
