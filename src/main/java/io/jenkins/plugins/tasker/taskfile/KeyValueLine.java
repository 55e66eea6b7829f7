package io.jenkins.plugins.tasker.taskfile;

/**
 * A {@code key=value} line (rule 2.5).
 *
 * @param line number of the line in the file, from 1
 * @param value trimmed, without inline comment; may be empty
 * @param column position of the value in the line, from 1, in UTF-16 units
 */
public record KeyValueLine(int line, String key, String value, int column) {

    /** Creates a line that is written without blanks. */
    public KeyValueLine(int line, String key, String value) {
        this(line, key, value, key.length() + "=".length() + 1);
    }
}
