package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something in a task file that is wrong or doubtful (section 13). All texts are safe to show: control characters are
 * replaced, long ones cut.
 *
 * @param line number of the line in the file, from 1: of the field, or of {@code task} if a field is missing
 * @param task the task it is about; empty outside of tasks, and if the task has no readable id
 * @param field the key of the line; empty if it is about no single line
 * @param column where in the line the offending text starts, from 1, if known
 * @param offending the text that gives rise to it; may be empty
 * @param remedy what to do about it
 */
public record Finding(
        FindingCode code,
        int line,
        Optional<TaskId> task,
        Optional<String> field,
        OptionalInt column,
        String offending,
        String message,
        String remedy) {

    public Severity severity() {
        return code.severity();
    }

    public boolean isError() {
        return severity() == Severity.ERROR;
    }

    /** As the log shows it: {@code line L, task N: message [code]} (rule 13.1). */
    @Override
    public String toString() {
        return "line " + line + task.map(id -> ", task " + id).orElse("") + ": " + message + " [" + code + "]";
    }
}
