package io.jenkins.plugins.tasker.validation;

/** The groups of task file checks, in the order of the check list (rule 13.3). */
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
