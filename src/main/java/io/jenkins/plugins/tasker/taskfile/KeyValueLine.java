package io.jenkins.plugins.tasker.taskfile;

/**
 * One {@code key=value} line (rule 2.5).
 *
 * @param line number of the line in the file, from 1
 * @param value trimmed, without inline comment; may be empty
 * @param column where the value starts in the line, from 1, in UTF-16 units
 */
public record KeyValueLine(int line, String key, String value, int column) {

    /** A line that is written without blanks. */
    public KeyValueLine(int line, String key, String value) {
        this(line, key, value, key.length() + "=".length() + 1);
    }
}
