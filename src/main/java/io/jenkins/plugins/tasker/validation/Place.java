package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Setting;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.Optional;
import java.util.OptionalInt;

/** Where in a file a finding is: what it takes over from the line it is about. */
record Place(int line, Optional<TaskId> task, Optional<String> field, OptionalInt column, String text) {

    static Place line(int line) {
        return new Place(line, Optional.empty(), Optional.empty(), OptionalInt.empty(), "");
    }

    /** The name that a line gives a value to. */
    static Place key(Setting setting, Optional<TaskId> task) {
        return value(setting, task).text(setting.key());
    }

    static Place value(Setting setting, Optional<TaskId> task) {
        return new Place(
                setting.line(), task, Optional.of(setting.key()), OptionalInt.of(setting.column()), setting.value());
    }

    /** The task that the line belongs to. */
    Place in(Optional<TaskId> owner) {
        return new Place(line, owner, field, column, text);
    }

    /** A part of the value, by its position from 1 in it. */
    Place part(int position, String part) {
        return new Place(line, task, field, OptionalInt.of(column.orElse(1) + position - 1), part);
    }

    /** A text that stands somewhere in the line. */
    Place text(String other) {
        return new Place(line, task, field, OptionalInt.empty(), other);
    }
}
