package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.taskfile.Globals;

/**
 * An assignment {@code NAME=VALUE} from outside the task file, which it overrides. Its syntax is that of the file, where a value
 * is one line (rules 2.5, 2.12).
 *
 * @throws IllegalArgumentException if a task file could not contain it; the message contains the reason and the remedy
 */
public record VariableAssignment(String name, String value) {

    public VariableAssignment {
        if (!Globals.isName(name)) {
            throw new IllegalArgumentException("'" + name + "' cannot be the name of a global variable;"
                    + " use letters, digits and _, not starting with a digit");
        }
        if (value.chars().anyMatch(c -> c == '\n' || c == '\r' || c == 0)) {
            throw new IllegalArgumentException("the value of " + name + " holds a line break or a NUL character;"
                    + " a global variable is one line of text");
        }
    }

    /** Splits a text at the first {@code =}; the value is the unchanged rest. */
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
