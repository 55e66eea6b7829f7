package io.jenkins.plugins.tasker.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what was probably meant by a mistyped name. */
public final class SimilarNames {

    private static final int LETTERS_PER_MISTAKE = 3;

    private SimilarNames() {}

    /** Known names that differ by case only, or by one mistake in three letters; the most similar first. */
    public static List<String> among(Collection<String> known, String name) {
        int mistakes = 1 + name.length() / LETTERS_PER_MISTAKE;
        return known.stream()
                .filter(candidate -> distance(candidate, name) <= Math.min(mistakes, candidate.length() - 1))
                .sorted(Comparator.comparingInt(candidate -> distance(candidate, name)))
                .toList();
    }

    /** Characters to insert, delete or replace to make one of the other; case does not matter (Levenshtein). */
    private static int distance(String a, String b) {
        String from = a.toLowerCase(Locale.ROOT);
        String to = b.toLowerCase(Locale.ROOT);
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
