package io.jenkins.plugins.tasker.taskfile;

import java.util.Optional;
import java.util.Set;

/**
 * Which element of an output is selected (rules 6.1 and 6.2).
 *
 * @param delimiter as written: one of the words of rule 6.1, or text that separates at each literal occurrence
 * @param index counts from 0; a negative one selects nothing
 */
public record Split(String delimiter, int index) {

    private static final int MOST_DIGITS = 9;
    private static final Set<String> WORDS = Set.of("space", "tab", "comma", "semi", "semicolon", "pipe", "newline");

    /** Reads {@code DELIMITER,INDEX}; the last comma separates, so that a comma can be a delimiter. Empty: E22. */
    public static Optional<Split> parse(String value) {
        int comma = value.lastIndexOf(',');
        String index = WhiteSpace.trim(value.substring(comma + 1));
        if (comma < 0 || !index.matches("[+-]?[0-9]+")) {
            return Optional.empty();
        }
        boolean huge = index.length() > MOST_DIGITS;
        return Optional.of(new Split(value.substring(0, comma), huge ? Integer.MAX_VALUE : Integer.parseInt(index)));
    }

    /** Whether the delimiter is one of the words of rule 6.1 and not text. */
    public boolean isKnownWord() {
        return WORDS.contains(delimiter);
    }
}
