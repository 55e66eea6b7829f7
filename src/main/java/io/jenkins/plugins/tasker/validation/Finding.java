package io.jenkins.plugins.tasker.validation;

/**
 * An error in a task file, or a warning about it (section 13). All texts are safe to show: control characters are replaced,
 * and long texts are cut.
 *
 * @param severity of the code; an error for a warning that prevents the run (rule 13.8)
 * @param message what is wrong
 * @param remedy how to correct it
 */
public record Finding(FindingCode code, Severity severity, FindingLocation location, String message, String remedy) {

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Formats the finding for the log: {@code line L, task N: message [code]} (rule 13.1). */
    @Override
    public String toString() {
        return "line " + location.line()
                + location.task().map(id -> ", task " + id).orElse("") + ": " + message + " [" + code + "]";
    }
}
