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
        if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        String digits = text.replaceFirst("^0+(?=.)", "");
        return digits.length() > MOST_DIGITS ? Optional.empty() : Optional.of(new TaskId(Long.parseLong(digits)));
    }

    public TaskId next() {
        return new TaskId(value + 1);
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
