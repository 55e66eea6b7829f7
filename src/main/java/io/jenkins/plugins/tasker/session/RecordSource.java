package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.journal.RunRecord;

/** Where the record of an earlier run comes from (rule 15.9). */
@FunctionalInterface
public interface RecordSource {

    /**
     * Called once, at the beginning of a session.
     *
     * @throws SessionEndedException with 30 if there is no such record, with 31 if it cannot be read; told after what else
     *     is wrong
     */
    RunRecord read() throws SessionEndedException;
}
