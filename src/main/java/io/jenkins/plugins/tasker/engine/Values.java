package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.Comparison;
import io.jenkins.plugins.tasker.taskfile.WhiteSpace;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** How two values compare (rule 8.7). */
final class Values {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)");

    private Values() {}

    static boolean compare(String left, Comparison comparison, String right) {
        String a = WhiteSpace.trim(left);
        String b = WhiteSpace.trim(right);
        Optional<BigDecimal> x = number(a);
        Optional<BigDecimal> y = number(b);
        if (x.isPresent() && y.isPresent()) {
            return comparison.holds(x.get().compareTo(y.get()));
        }
        boolean equal = isTruth(a) && isTruth(b) ? a.equalsIgnoreCase(b) : a.equals(b);
        return switch (comparison) {
            case EQUAL -> equal;
            case NOT_EQUAL -> !equal;
            default -> false;
        };
    }

    /** A decimal number: sign and fraction allowed, no exponent. */
    static Optional<BigDecimal> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    static boolean isTruth(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }
}
