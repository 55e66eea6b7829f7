package io.jenkins.plugins.tasker.taskfile;

import java.util.Optional;

/**
 * The number of a task: the only order that tasks have (rules 2.13, 2.14).
 *
 * @param value 0 or more; {@link #UNREADABLE} stands for text that is no id and is never defined
 */
public record TaskId(long value) implements Comparable<TaskId> {

    /** What a jump or a list names when its text is not an id and validation was skipped: never a defined task. */
    public static final TaskId UNREADABLE = new TaskId(-1);

    private static final int MOST_DIGITS = 18;

    /** Reads a decimal integer of 0 or more; {@code 00} is 0. Empty for anything else. */
    public static Optional<TaskId> parse(String text) {
        int significant = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return Optional.empty();
            }
            significant += significant > 0 || c != '0' ? 1 : 0;
        }
        boolean readable = !text.isEmpty() && significant <= MOST_DIGITS;
        return readable ? Optional.of(new TaskId(Long.parseLong(text))) : Optional.empty();
    }

    public TaskId next() {
        return new TaskId(value + 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TaskId id && id.value == value;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }

    @Override
    public int compareTo(TaskId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
