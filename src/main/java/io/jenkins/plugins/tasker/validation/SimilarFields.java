package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Field;
import java.util.Locale;
import java.util.Optional;

/** Guesses which field a misspelled key was meant to be (W05). */
final class SimilarFields {

    /** No field is half as long, and the comparison takes the product of both lengths. */
    private static final int LONGEST = 40;

    private SimilarFields() {}

    /** The field that differs least; empty if none is similar. */
    static Optional<Field> field(String key) {
        if (key.length() > LONGEST) {
            return Optional.empty();
        }
        String written = key.toLowerCase(Locale.ROOT);
        Field nearest = null;
        int least = Math.max(1, written.length() / 2);
        for (Field field : Field.values()) {
            int distance = field.key().startsWith(written) && written.length() > 2 ? 1 : distance(written, field.key());
            if (distance < least || (distance == least && nearest == null)) {
                nearest = field;
                least = distance;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Levenshtein's distance: how many characters must be inserted, deleted or replaced. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
