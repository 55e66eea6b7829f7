package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.text.Shortened;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks secret values as {@code ****} in everything that a run writes (rule 16.4). Commands receive the true values. */
public final class Secrets {

    public static final String MASK = "****";
    public static final Secrets NONE = new Secrets(List.of());

    private final Set<String> texts;
    private final Pattern values;
    private final int longest;

    private Secrets(Collection<String> values) {
        this.texts = Set.copyOf(values);
        this.values = values.isEmpty() ? null : SecretPattern.of(values);
        this.longest = values.stream().mapToInt(String::length).max().orElse(0);
    }

    /** Creates a mask for these values, without the empty ones. If one value contains another, the longer one is masked. */
    public static Secrets of(Collection<String> values) {
        return new Secrets(values.stream().filter(value -> !value.isEmpty()).toList());
    }

    /** Returns a mask for these values and others. */
    public Secrets with(Collection<String> others) {
        List<String> all = new ArrayList<>(texts);
        all.addAll(others);
        return texts.containsAll(others) ? this : of(all);
    }

    /** Returns the pattern of all values; null without values. */
    Pattern values() {
        return values;
    }

    public String mask(String text) {
        return values == null ? text : values.matcher(text).replaceAll(Matcher.quoteReplacement(MASK));
    }

    /**
     * Masks a text that may have been cut, including an end that may be the beginning of a secret.
     *
     * @param limit the length at which texts are cut; one less if the cut would split a surrogate pair
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

    /**
     * Masks the end of a text. Leaves out what may be the end of a secret that begins before it.
     *
     * @param end the last {@code limit} + {@link #longest()} characters of the text, or the whole text
     * @param limit the maximum length of the result
     */
    public String maskEnd(String end, int limit) {
        String masked = mask(end);
        String safe = end.length() > limit ? masked.substring(Math.min(longest, masked.length())) : masked;
        return Shortened.end(safe, limit);
    }

    /** Returns the length of the longest value; 0 without values. A caller that masks pieces of a text must overlap them. */
    public int longest() {
        return longest;
    }
}
