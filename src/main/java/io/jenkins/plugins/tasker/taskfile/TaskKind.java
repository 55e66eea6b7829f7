package io.jenkins.plugins.tasker.taskfile;

/** The kind of a task, decided by its fields in the order of rule 3.1. */
public enum TaskKind {
    /** Runs its command on each of many hosts (rule 19.1). */
    FAN_OUT,
    CONDITIONAL,
    PARALLEL,
    RETURN,
    NORMAL;

    public boolean isGroup() {
        return this == CONDITIONAL || this == PARALLEL || this == FAN_OUT;
    }

    /** Returns whether the task has a command, which runs once or on each of many hosts. */
    public boolean hasCommand() {
        return this == NORMAL || this == FAN_OUT;
    }
}
