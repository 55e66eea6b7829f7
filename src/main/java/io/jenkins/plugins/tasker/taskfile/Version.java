package io.jenkins.plugins.tasker.taskfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A version that conditions compare part by part (rule 8.7): three or more numbers separated by points, or one or more after
 * a {@code v}. A number can be compared with a version, too: {@code 2.10} has the parts 2 and 10.
 *
 * @param parts without trailing zeros, because missing parts are 0; a negative number has a negative first part
 */
record Version(List<Decimal> parts) implements Comparable<Version> {

    private static final Decimal ZERO = Decimal.of(0);

    /** The number of parts from which a text without {@code v} is a version. */
    private static final int LEAST_PARTS = 3;

    /** Reads a version; empty for any other text, also for a number. */
    static Optional<Version> of(String text) {
        boolean prefix = text.startsWith("v");
        return read(prefix ? text.substring(1) : text, prefix ? 1 : LEAST_PARTS);
    }

    /** Reads a version, or a number as a version; the zeros at the end of a number count: {@code 2.10} is above {@code 2.9}. */
    static Optional<Version> ofVersionOrNumber(String text) {
        Optional<Version> version = of(text);
        return version.isPresent() ? version : Decimal.of(text).map(number -> ofNumber(number, text));
    }

    /** Reads digits separated by points, without a pattern: a command can print a million parts. */
    private static Optional<Version> read(String text, int leastParts) {
        List<Decimal> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && text.charAt(i) != '.') {
                if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                    return Optional.empty();
                }
            } else if (i == start) {
                return Optional.empty();
            } else {
                parts.add(Decimal.of(text.substring(start, i)).orElseThrow());
                start = i + 1;
            }
        }
        return parts.size() < leastParts ? Optional.empty() : Optional.of(ofParts(parts));
    }

    private static Version ofNumber(Decimal number, String text) {
        if (number.isNegative()) {
            return new Version(List.of(Decimal.of(-1)));
        }
        List<Decimal> parts = new ArrayList<>();
        for (String digits : text.split("\\.", 2)) {
            parts.add(Decimal.of(digits).orElse(ZERO));
        }
        return ofParts(parts);
    }

    private static Version ofParts(List<Decimal> parts) {
        int end = parts.size();
        while (end > 0 && parts.get(end - 1).equals(ZERO)) {
            end--;
        }
        return new Version(List.copyOf(parts.subList(0, end)));
    }

    @Override
    public int compareTo(Version other) {
        for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
            int order = part(i).compareTo(other.part(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private Decimal part(int index) {
        return index < parts.size() ? parts.get(index) : ZERO;
    }
}
