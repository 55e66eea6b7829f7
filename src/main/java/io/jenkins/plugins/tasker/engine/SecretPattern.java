package io.jenkins.plugins.tasker.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Compiles many texts into one pattern that matches the longest of them. Texts with the same beginning share it in the
 * pattern: a private key has hundreds of forms, and trying each of them at each index of an output would take seconds.
 */
final class SecretPattern {

    private SecretPattern() {}

    /** @param texts not empty, and none of them empty */
    static Pattern of(Collection<String> texts) {
        StringBuilder pattern = new StringBuilder();
        append(pattern, texts.stream().distinct().sorted().toList(), 0);
        return Pattern.compile(pattern.toString(), Pattern.DOTALL);
    }

    /** @param texts sorted, all with the same first {@code shared} characters */
    private static void append(StringBuilder pattern, List<String> texts, int shared) {
        boolean mayEnd = texts.get(0).length() == shared;
        List<String> longer = mayEnd ? texts.subList(1, texts.size()) : texts;
        if (longer.isEmpty()) {
            return;
        }
        pattern.append("(?:");
        for (List<String> group : byNextCharacter(longer, shared)) {
            int end = sharedLength(group.get(0), group.get(group.size() - 1));
            pattern.append(Pattern.quote(group.get(0).substring(shared, end)));
            append(pattern, group, end);
            pattern.append('|');
        }
        pattern.setCharAt(pattern.length() - 1, ')');
        pattern.append(mayEnd ? "?" : "");
    }

    private static List<List<String>> byNextCharacter(List<String> texts, int index) {
        List<List<String>> groups = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= texts.size(); i++) {
            if (i == texts.size()
                    || texts.get(i).codePointAt(index) != texts.get(start).codePointAt(index)) {
                groups.add(texts.subList(start, i));
                start = i;
            }
        }
        return groups;
    }

    /** Returns the length of the common beginning of two texts; never splits a surrogate pair, as patterns cannot. */
    private static int sharedLength(String first, String second) {
        int length = 0;
        while (length < Math.min(first.length(), second.length()) && first.charAt(length) == second.charAt(length)) {
            length++;
        }
        return length > 0 && length < first.length() && Character.isHighSurrogate(first.charAt(length - 1))
                ? length - 1
                : length;
    }
}
