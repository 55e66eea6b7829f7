package io.jenkins.plugins.tasker.taskfile;

/** The kind of a task, decided by its fields in the order of rule 3.1. */
public enum TaskKind {
    CONDITIONAL,
    PARALLEL,
    RETURN,
    NORMAL;

    public boolean isGroup() {
        return this == CONDITIONAL || this == PARALLEL;
    }
}
