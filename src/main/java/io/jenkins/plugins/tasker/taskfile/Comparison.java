package io.jenkins.plugins.tasker.taskfile;

import java.util.List;

/** The comparison operators of conditions (rule 8.4). {@link Operators} finds each constant in a text by its symbols. */
public enum Comparison implements Operator {
    EQUAL("==", "="),
    NOT_EQUAL("!="),
    LESS_OR_EQUAL("<="),
    GREATER_OR_EQUAL(">="),
    LESS("<"),
    GREATER(">");

    private final List<String> symbols;

    Comparison(String... symbols) {
        this.symbols = List.of(symbols);
    }

    @Override
    public List<String> symbols() {
        return symbols;
    }

    /**
     * Returns whether the operator holds for two values.
     *
     * @param sign the result of comparing the left value with the right one, as of {@link Comparable#compareTo}
     */
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

    /** Returns whether the operator compares by size, so that both values must be numbers or versions (rule 8.12). */
    public boolean needsOrder() {
        return this != EQUAL && this != NOT_EQUAL;
    }

    @Override
    public String toString() {
        return symbols.get(0);
    }
}
