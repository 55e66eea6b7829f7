package io.jenkins.plugins.tasker.validation;

/** The checks of a task file that the check list names (rule 13.3), in its order. */
public enum CheckGroup {
    SYNTAX("Task file syntax validation"),
    DEPENDENCY("Dependency validation"),
    FLOW("Flow control validation");

    private final String title;

    CheckGroup(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
