package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.text.EditDistance;
import java.util.Locale;
import java.util.Optional;

/** Suggests the field that a misspelled key probably means (W05). */
final class SimilarFields {

    /** More than twice the length of any field; a longer key would only make the comparison slow. */
    private static final int LONGEST = 40;

    private SimilarFields() {}

    /** Returns the most similar field; empty if none is similar. */
    static Optional<Field> field(String key) {
        if (key.length() > LONGEST) {
            return Optional.empty();
        }
        String written = key.toLowerCase(Locale.ROOT);
        Field nearest = null;
        int least = Math.max(1, written.length() / 2);
        for (Field field : Field.values()) {
            int distance = isAbbreviation(written, field) ? 1 : EditDistance.between(written, field.key());
            if (distance < least || (distance == least && nearest == null)) {
                nearest = field;
                least = distance;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static boolean isAbbreviation(String written, Field field) {
        return written.length() > 2 && field.key().startsWith(written);
    }
}
