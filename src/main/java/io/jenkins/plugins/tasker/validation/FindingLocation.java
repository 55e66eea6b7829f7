package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.KeyValueLine;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.Optional;
import java.util.OptionalInt;

/** Where in a file a finding is: what it takes over from the line it is about. */
record FindingLocation(int line, Optional<TaskId> task, Optional<String> field, OptionalInt column, String text) {

    static FindingLocation line(int line) {
        return new FindingLocation(line, Optional.empty(), Optional.empty(), OptionalInt.empty(), "");
    }

    /** The name that a line gives a value to. */
    static FindingLocation key(KeyValueLine setting, Optional<TaskId> task) {
        return value(setting, task).text(setting.key());
    }

    static FindingLocation value(KeyValueLine setting, Optional<TaskId> task) {
        return new FindingLocation(
                setting.line(), task, Optional.of(setting.key()), OptionalInt.of(setting.column()), setting.value());
    }

    /** The task that the line belongs to. */
    FindingLocation in(Optional<TaskId> owner) {
        return new FindingLocation(line, owner, field, column, text);
    }

    /** A part of the value, by its position from 1 in it. */
    FindingLocation part(int position, String part) {
        return new FindingLocation(line, task, field, OptionalInt.of(column.orElse(1) + position - 1), part);
    }

    /** A text that stands somewhere in the line. */
    FindingLocation text(String other) {
        return new FindingLocation(line, task, field, OptionalInt.empty(), other);
    }
}
