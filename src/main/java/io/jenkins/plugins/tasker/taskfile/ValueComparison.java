package io.jenkins.plugins.tasker.taskfile;

import java.util.Optional;

/** Compares two values of a condition as numbers, versions, truth values or texts (rules 8.7 and 8.12). */
public final class ValueComparison {

    private ValueComparison() {}

    /** Returns the result of a comparison; unknown if it needs an order and a value is neither number nor version. */
    public static Truth compare(String left, Comparison comparison, String right) {
        String a = WhiteSpace.trim(left);
        String b = WhiteSpace.trim(right);
        Optional<Decimal> x = Decimal.of(a);
        Optional<Decimal> y = Decimal.of(b);
        if (x.isPresent() && y.isPresent()) {
            return Truth.of(comparison.holds(x.get().compareTo(y.get())));
        }
        if (comparison.needsOrder()) {
            Optional<Version> v = Version.ofVersionOrNumber(a);
            Optional<Version> w = Version.ofVersionOrNumber(b);
            return v.isPresent() && w.isPresent()
                    ? Truth.of(comparison.holds(v.get().compareTo(w.get())))
                    : Truth.UNKNOWN;
        }
        boolean equal = isTruthValue(a) && isTruthValue(b) ? a.equalsIgnoreCase(b) : a.equals(b);
        return Truth.of(equal == (comparison == Comparison.EQUAL));
    }

    public static boolean isTruthValue(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }

    /** Returns whether a value is a number or a version, so that {@code <} and {@code >} can compare it. */
    public static boolean isOrdered(String text) {
        return Version.ofVersionOrNumber(WhiteSpace.trim(text)).isPresent();
    }
}
