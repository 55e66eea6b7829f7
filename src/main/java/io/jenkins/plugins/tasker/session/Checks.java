package io.jenkins.plugins.tasker.session;

import java.io.Serializable;

/**
 * What is checked before a run.
 *
 * @param tasks whether the task file is validated (section 13); errors that cannot be skipped always are
 * @param hosts whether hosts are validated (section 14)
 * @param connections whether the connection test of each execution type is made as well (rule 14.3)
 * @param only whether the checks are all that is wanted (rule 15.3)
 */
public record Checks(boolean tasks, boolean hosts, boolean connections, boolean only) implements Serializable {

    /** Task file and hosts, then the run. */
    public static final Checks STANDARD = new Checks(true, true, false, false);
}
