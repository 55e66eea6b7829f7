package io.jenkins.plugins.tasker.web;

import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.tasker.journal.RecordedRunFile;
import io.jenkins.plugins.tasker.journal.RestoredResults;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.Optional;

/**
 * Decides what a run restores from an earlier build that its own build resumes. A run corresponds to the run of the earlier
 * build that has the same task file, parallel branch, and position among the runs with both ({@link MatchingRuns}).
 */
public sealed interface ResumePlan {

    /**
     * The run executes all tasks: its build resumes nothing; or the earlier build has no corresponding run, and this build has
     * already reached the run that it resumes.
     */
    record Nothing() implements ResumePlan {}

    /** The run executes all tasks: the earlier build ran the file too, but only after the resumed run. */
    record Repeated(String origin) implements ResumePlan {}

    /** The run resumes from a task: it is the resumed run, or a parallel run that failed as well. */
    record Start(String origin, TaskId startFrom, RunRecord record) implements ResumePlan {}

    /** The run executes nothing: the earlier build completed it before or in parallel to the resumed run. */
    record Ended(String origin, int exitCode, RunRecord record) implements ResumePlan {}

    /**
     * @param number of this run within its build
     * @throws AbortException if the results cannot be restored; the message names the reason and the remedy
     */
    static ResumePlan of(Run<?, ?> build, int number) throws AbortException {
        ResumeAction resume = build.getAction(ResumeAction.class);
        if (resume == null) {
            return new Nothing();
        }
        TaskerRunAction originRuns = TaskerRunAction.find(build.getParent(), resume.build());
        if (originRuns == null) {
            throw new AbortException(Messages.ResumePlan_deleted(Integer.toString(resume.build())));
        }
        MatchingRuns matching = new MatchingRuns(TaskerRunAction.of(build).entries(), originRuns.entries());
        RunEntry same = matching.of(number).orElse(null);
        if (same == null) {
            matching.requireReached(number, resume);
            return new Nothing();
        }
        String name = Messages.ResumePlan_origin(same.label(), Integer.toString(resume.build()));
        Run<?, ?> origin = originRuns.getObject();
        RecordedRunFile recorded = read(origin, same.number());
        if (same.number() == resume.run()) {
            return new Start(name, TaskId.parse(resume.startFrom()).orElseThrow(), started(recorded, name));
        }
        boolean parallel = same.isParallelTo(originRuns.find(resume.run()).orElseThrow());
        Optional<TaskId> start = parallel ? RestoredResults.startOfParallelRun(recorded.run()) : Optional.empty();
        if (start.isPresent()) {
            return new Start(name, start.get(), recorded.run());
        }
        if (same.unrecordedEnd().isPresent() && !recorded.isStarted()) {
            // The run has no record: the earlier build restored it from a still earlier one, or it was a dry run or a
            // validation.
            ResumePlan earlier = of(origin, same.number());
            if (earlier instanceof Ended || same.number() < resume.run()) {
                return earlier;
            }
        }
        if (same.number() > resume.run() && !(parallel && recorded.isStarted())) {
            return new Repeated(name);
        }
        RunRecord record = started(recorded, name);
        int exitCode = record.ended()
                .orElseThrow(() -> new AbortException(Messages.ResumePlan_notEnded(name)))
                .exitCode();
        return new Ended(name, exitCode, record);
    }

    private static RecordedRunFile read(Run<?, ?> build, int run) {
        return RecordedRunFile.read(
                RunDirectory.of(build.getRootDir().toPath(), run).journal());
    }

    private static RunRecord started(RecordedRunFile recorded, String name) throws AbortException {
        if (!recorded.isStarted()) {
            throw new AbortException(
                    recorded.unreadable().isEmpty()
                            ? Messages.ResumePlan_noRecord(name)
                            : Messages.ResumePlan_unreadable(name, recorded.unreadable()));
        }
        return recorded.run();
    }
}
