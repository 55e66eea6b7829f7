package io.jenkins.plugins.tasker.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Suggests the known names that a mistyped name probably means. */
public final class SimilarNames {

    private static final int CHARACTERS_PER_MISTAKE = 3;

    private SimilarNames() {}

    /**
     * Returns the known names that resemble a name, the most similar first. A candidate may differ by one mistake, and by
     * one more for every three characters of the name; case is ignored.
     */
    public static List<String> among(Collection<String> known, String name) {
        int mistakes = 1 + name.length() / CHARACTERS_PER_MISTAKE;
        return known.stream()
                .filter(candidate -> distance(candidate, name) <= Math.min(mistakes, candidate.length() - 1))
                .sorted(Comparator.comparingInt(candidate -> distance(candidate, name)))
                .toList();
    }

    private static int distance(String a, String b) {
        return EditDistance.between(a.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT));
    }
}
