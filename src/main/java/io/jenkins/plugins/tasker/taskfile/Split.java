package io.jenkins.plugins.tasker.taskfile;

import java.util.Optional;
import java.util.Set;

/**
 * Selects one element of an output (rules 6.1 and 6.2).
 *
 * @param delimiter as written: one of the words of rule 6.1, or a literal text
 * @param index position of the element, from 0; a negative index selects nothing
 */
public record Split(String delimiter, int index) {

    private static final int MAX_DIGITS = 9;
    private static final Set<String> WORDS = Set.of("space", "tab", "comma", "semi", "semicolon", "pipe", "newline");

    /**
     * Parses {@code DELIMITER,INDEX}. The last comma separates the two, so a comma can be the delimiter. Returns empty
     * for any other text (E22).
     */
    public static Optional<Split> parse(String value) {
        int comma = value.lastIndexOf(',');
        String index = WhiteSpace.trim(value.substring(comma + 1));
        if (comma < 0 || !index.matches("[+-]?[0-9]+")) {
            return Optional.empty();
        }
        boolean huge = index.length() > MAX_DIGITS;
        return Optional.of(new Split(value.substring(0, comma), huge ? Integer.MAX_VALUE : Integer.parseInt(index)));
    }

    /** Returns whether the delimiter is one of the words of rule 6.1 instead of a literal text. */
    public boolean isKnownWord() {
        return WORDS.contains(delimiter);
    }
}
