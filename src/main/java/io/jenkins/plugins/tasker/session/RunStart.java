package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.Optional;

/**
 * The first task of a run, and the record of an earlier run that provides the results before it (rules 15.8, 15.9).
 *
 * @param task by default the one with the lowest id
 * @param record empty unless the run resumes an earlier one
 * @param members which members of groups run
 * @param failure the reason why the record could not be read; the session reports it in the order of rule 15.2
 */
public record RunStart(
        Optional<TaskId> task,
        Optional<RunRecord> record,
        MemberRequest members,
        Optional<SessionEndedException> failure) {

    /** Starts without results of an earlier run. */
    public static RunStart at(Optional<TaskId> task) {
        return new RunStart(task, Optional.empty(), MemberRequest.ALL, Optional.empty());
    }

    /** Resumes the run of a record. */
    public static RunStart resuming(TaskId task, RunRecord record) {
        return new RunStart(Optional.of(task), Optional.of(record), MemberRequest.ALL, Optional.empty());
    }

    /** Resumes a run with an unreadable record, which ends the session. */
    public static RunStart failed(TaskId task, SessionEndedException failure) {
        return new RunStart(Optional.of(task), Optional.empty(), MemberRequest.ALL, Optional.of(failure));
    }

    /** Returns the same start with some members of groups only. */
    public RunStart with(MemberRequest some) {
        return new RunStart(task, record, some, failure);
    }
}
