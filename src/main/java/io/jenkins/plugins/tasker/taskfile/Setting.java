package io.jenkins.plugins.tasker.taskfile;

/**
 * One {@code key=value} line (rule 2.5).
 *
 * @param line number of the line in the file, from 1
 * @param value trimmed, without inline comment; may be empty
 */
public record Setting(int line, String key, String value) {}
