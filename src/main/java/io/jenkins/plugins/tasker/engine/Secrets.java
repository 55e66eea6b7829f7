package io.jenkins.plugins.tasker.engine;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that appear as {@code ****} in everything a run writes (rule 16.4). Commands receive the true values. */
public final class Secrets {

    public static final String MASK = "****";
    public static final Secrets NONE = new Secrets(List.of());

    private final Pattern values;
    private final int longest;

    private Secrets(Collection<String> values) {
        this.values = values.isEmpty() ? null : SecretPattern.of(values);
        this.longest = values.stream().mapToInt(String::length).max().orElse(0);
    }

    /** Empty values are left out; where one value contains another the longer one is masked. */
    public static Secrets of(Collection<String> values) {
        return new Secrets(values.stream().filter(value -> !value.isEmpty()).toList());
    }

    /** What to look for; null if there is nothing. */
    Pattern values() {
        return values;
    }

    public String mask(String text) {
        return values == null ? text : values.matcher(text).replaceAll(Matcher.quoteReplacement(MASK));
    }

    /**
     * Masks a text that was perhaps cut: what stands at the cut and may be the beginning of a secret is masked as well.
     *
     * @param limit where such texts are cut; a text that is shorter, but for half of a surrogate pair, is whole
     */
    String maskStart(String text, int limit) {
        if (values == null || text.length() < limit - 1) {
            return mask(text);
        }
        int i = Math.max(0, text.length() - longest + 1);
        Matcher matcher = values.matcher(text);
        while (matcher.find() && matcher.start() < i) {
            i = Math.max(i, matcher.end());
        }
        while (i < text.length()) {
            if (matcher.region(i, text.length()).lookingAt()) {
                i = matcher.end();
            } else if (matcher.hitEnd()) {
                return mask(text.substring(0, i)) + MASK;
            } else {
                i++;
            }
        }
        return mask(text);
    }

    /** Length of the longest value; 0 if there is none. Who masks a text piece by piece must overlap the pieces. */
    public int longest() {
        return longest;
    }
}
