package io.jenkins.plugins.tasker.taskfile;

import java.util.List;

/** The operator that searches a pattern in the lines of an operand (rule 8.3). */
enum Matching implements Operator {
    MATCHES;

    @Override
    public List<String> symbols() {
        return List.of("=~");
    }

    @Override
    public String toString() {
        return "=~";
    }
}
