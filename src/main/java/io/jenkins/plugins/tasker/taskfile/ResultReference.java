package io.jenkins.plugins.tasker.taskfile;

/** A reference to the result of a task, such as {@code @3_stdout@} (rule 7.1). */
public record ResultReference(TaskId task, ResultName name) {

    @Override
    public String toString() {
        return "@" + task + "_" + name.key() + "@";
    }
}
