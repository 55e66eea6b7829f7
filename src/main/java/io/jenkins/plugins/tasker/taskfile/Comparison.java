package io.jenkins.plugins.tasker.taskfile;

import java.util.Optional;

/** The comparison operators of conditions (rule 8.4). */
public enum Comparison {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS_OR_EQUAL("<="),
    GREATER_OR_EQUAL(">="),
    LESS("<"),
    GREATER(">");

    private final String symbol;

    Comparison(String symbol) {
        this.symbol = symbol;
    }

    /** {@code =} and {@code ==} are the same. */
    static Optional<Comparison> of(String operator) {
        for (Comparison comparison : values()) {
            if (comparison.symbol.equals(operator)) {
                return Optional.of(comparison);
            }
        }
        return operator.equals("=") ? Optional.of(EQUAL) : Optional.empty();
    }

    /** Whether the operator holds for the sign of a three-way comparison. */
    public boolean holds(int sign) {
        return switch (this) {
            case EQUAL -> sign == 0;
            case NOT_EQUAL -> sign != 0;
            case LESS -> sign < 0;
            case GREATER -> sign > 0;
            case LESS_OR_EQUAL -> sign <= 0;
            case GREATER_OR_EQUAL -> sign >= 0;
        };
    }

    @Override
    public String toString() {
        return symbol;
    }
}
