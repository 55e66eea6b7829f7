package io.jenkins.plugins.tasker.validation;

import java.io.Serializable;

/**
 * Selects the checks before a run.
 *
 * @param tasks whether the task file is validated (section 13); errors that cannot be skipped are always found
 * @param hosts whether hosts are validated (section 14)
 * @param connections whether the connection test of each execution type runs, too (rule 14.3)
 * @param only whether the run ends after the checks (rule 15.3)
 */
public record Checks(boolean tasks, boolean hosts, boolean connections, boolean only) implements Serializable {

    /** Validates task file and hosts, then runs. */
    public static final Checks STANDARD = new Checks(true, true, false, false);
}
