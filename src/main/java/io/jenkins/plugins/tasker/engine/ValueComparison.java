package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.Comparison;
import io.jenkins.plugins.tasker.taskfile.WhiteSpace;
import java.util.Optional;

/** Compares two values as numbers, truth values or texts (rule 8.7). */
final class ValueComparison {

    private ValueComparison() {}

    static boolean compare(String left, Comparison comparison, String right) {
        String a = WhiteSpace.trim(left);
        String b = WhiteSpace.trim(right);
        Optional<Decimal> x = Decimal.of(a);
        Optional<Decimal> y = Decimal.of(b);
        if (x.isPresent() && y.isPresent()) {
            return comparison.holds(x.get().compareTo(y.get()));
        }
        boolean equal = isTruthValue(a) && isTruthValue(b) ? a.equalsIgnoreCase(b) : a.equals(b);
        return switch (comparison) {
            case EQUAL -> equal;
            case NOT_EQUAL -> !equal;
            default -> false;
        };
    }

    static boolean isTruthValue(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }
}
