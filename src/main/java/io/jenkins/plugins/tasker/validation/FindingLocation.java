package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.KeyValueLine;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import io.jenkins.plugins.tasker.text.VisibleText;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where in a task file a finding is.
 *
 * @param line number of the line, from 1: of the field, or of {@code task} if a field is missing
 * @param task the task that the line belongs to; empty outside of tasks, and if the task has no readable id
 * @param field the key of the line; empty if the finding concerns no single line
 * @param column where in the line the offending text starts, from 1, if known
 * @param offending the text that causes the finding; may be empty
 */
public record FindingLocation(
        int line, Optional<TaskId> task, Optional<String> field, OptionalInt column, String offending) {

    static FindingLocation line(int line) {
        return new FindingLocation(line, Optional.empty(), Optional.empty(), OptionalInt.empty(), "");
    }

    /** Locates the key of a line. */
    static FindingLocation key(KeyValueLine setting, Optional<TaskId> task) {
        return value(setting, task).about(setting.key());
    }

    /** Locates the value of a line. */
    static FindingLocation value(KeyValueLine setting, Optional<TaskId> task) {
        return new FindingLocation(
                setting.line(), task, Optional.of(setting.key()), OptionalInt.of(setting.column()), setting.value());
    }

    /** Returns the same line as part of a task. */
    FindingLocation in(Optional<TaskId> owner) {
        return new FindingLocation(line, owner, field, column, offending);
    }

    /** Narrows the location to a part of the value, by the part's position in the value, from 1. */
    FindingLocation part(int position, String part) {
        return new FindingLocation(line, task, field, OptionalInt.of(column.orElse(1) + position - 1), part);
    }

    /** Returns the same line with a text at an unknown column. */
    FindingLocation about(String text) {
        return new FindingLocation(line, task, field, OptionalInt.empty(), text);
    }

    /** Returns the same location with a text that is safe to show. */
    FindingLocation visible() {
        return new FindingLocation(line, task, field, column, VisibleText.start(offending));
    }
}
