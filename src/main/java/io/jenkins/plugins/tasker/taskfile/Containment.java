package io.jenkins.plugins.tasker.taskfile;

import java.util.List;

/** The operators that search a text in an operand, or test whether the operand is empty (rule 8.3). */
public enum Containment implements Operator {
    CONTAINS("~"),
    CONTAINS_NOT("!~");

    private final String symbol;

    Containment(String symbol) {
        this.symbol = symbol;
    }

    @Override
    public List<String> symbols() {
        return List.of(symbol);
    }

    @Override
    public String toString() {
        return symbol;
    }
}
