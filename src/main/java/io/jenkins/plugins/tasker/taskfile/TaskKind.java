package io.jenkins.plugins.tasker.taskfile;

/** The kind of a task, decided by its fields in the order of rule 3.1. */
public enum TaskKind {
    CONDITIONAL,
    PARALLEL,
    RETURN,
    NORMAL;

    public static TaskKind of(TaskEntry entry, Globals globals) {
        String type = entry.get(Field.TYPE).map(s -> globals.expand(s.value())).orElse("");
        if (type.equals("conditional")) {
            return CONDITIONAL;
        }
        if (type.equals("parallel")) {
            return PARALLEL;
        }
        return entry.has(Field.RETURN) && !entry.has(Field.COMMAND) ? RETURN : NORMAL;
    }

    public boolean isGroup() {
        return this == CONDITIONAL || this == PARALLEL;
    }
}
