package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.taskfile.Globals;

/**
 * A value that a global variable is given from outside, {@code NAME=VALUE}. It wins over the task file, and like there it is
 * one line (rules 2.5, 2.12).
 *
 * @throws IllegalArgumentException if a task file could not hold it; the message says why, and the remedy
 */
public record VariableAssignment(String name, String value) {

    public VariableAssignment {
        if (!Globals.isName(name)) {
            throw new IllegalArgumentException("'" + name + "' cannot be the name of a global variable;"
                    + " use letters, digits and _, and no digit in front");
        }
        if (value.chars().anyMatch(c -> c == '\n' || c == '\r' || c == 0)) {
            throw new IllegalArgumentException("the value of " + name + " holds a line break or a NUL character;"
                    + " a global variable is one line of text");
        }
    }

    /** Cuts at the first {@code =}; what follows it is taken as it is. */
    public static VariableAssignment parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("'" + text + "' is not of the form NAME=VALUE");
        }
        return new VariableAssignment(text.substring(0, equals), text.substring(equals + 1));
    }

    @Override
    public String toString() {
        return name + "=" + value;
    }
}
