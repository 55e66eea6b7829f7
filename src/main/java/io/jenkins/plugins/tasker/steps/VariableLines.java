package io.jenkins.plugins.tasker.steps;

import io.jenkins.plugins.tasker.session.VariableAssignment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Converts variables to and from the lines {@code NAME=VALUE} of a form. */
public final class VariableLines {

    private VariableLines() {}

    public static String of(Map<String, String> variables) {
        return variables.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** @throws IllegalArgumentException if a line is malformed; the message names it */
    public static Map<String, String> parse(String lines) {
        Map<String, String> variables = new LinkedHashMap<>();
        lines.lines()
                .filter(line -> !line.isBlank())
                .map(VariableAssignment::parse)
                .forEach(given -> variables.put(given.name(), given.value()));
        return variables;
    }

    /** Returns the variables with the text of each name and value, whatever their types are. */
    static Map<String, String> texts(Map<?, ?> variables) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (variables != null) {
            variables.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
        }
        return texts;
    }
}
