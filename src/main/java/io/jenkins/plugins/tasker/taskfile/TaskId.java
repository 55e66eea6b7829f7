package io.jenkins.plugins.tasker.taskfile;

import java.util.Optional;

/**
 * The number of a task, which alone determines the order of tasks (rules 2.13 and 2.14).
 *
 * @param value 0 or more, or -1 for {@link #UNREADABLE}
 */
public record TaskId(long value) implements Comparable<TaskId> {

    /**
     * The id of jumps and list items that are not numbers, if validation was skipped. A task with this id does not
     * exist.
     */
    public static final TaskId UNREADABLE = new TaskId(-1);

    private static final int MAX_DIGITS = 18;

    /** Parses a decimal integer of 0 or more, with any number of leading zeros. Returns empty for any other text. */
    public static Optional<TaskId> parse(String text) {
        int significant = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return Optional.empty();
            }
            significant += significant > 0 || c != '0' ? 1 : 0;
        }
        boolean readable = !text.isEmpty() && significant <= MAX_DIGITS;
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
