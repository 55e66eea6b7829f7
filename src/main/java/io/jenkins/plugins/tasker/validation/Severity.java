package io.jenkins.plugins.tasker.validation;

/** Whether a finding prevents the run (rule 13.1). */
public enum Severity {
    /** Reported at ERROR; no task runs, exit code 20. */
    ERROR,
    /** Reported at WARN. */
    WARNING
}
