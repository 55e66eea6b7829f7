package io.jenkins.plugins.tasker.web;

import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.tasker.journal.RecordedRunFile;
import io.jenkins.plugins.tasker.journal.RestoredResults;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.List;
import java.util.Optional;

/**
 * What a run takes over from an earlier build, if its own build resumes one. Runs are matched by their task file and their
 * parallel branch, and among several of the same by their order.
 */
public sealed interface ResumePlan {

    /** Everything is done anew. */
    record Nothing() implements ResumePlan {}

    /** The same, although the earlier build ran this file too, after the run that is resumed. */
    record Repeated(String origin) implements ResumePlan {}

    /** This is the run that goes on, or one that went on beside it and did not end well either. */
    record Start(String origin, TaskId startFrom, RunRecord record) implements ResumePlan {}

    /** The earlier build brought this run to its end, before it came to the one that is resumed or beside it. */
    record Ended(String origin, int exitCode, RunRecord record) implements ResumePlan {}

    /**
     * @param number of this run within its build
     * @throws AbortException if what should be taken over cannot be; the message says why and what to do
     */
    static ResumePlan of(Run<?, ?> build, int number) throws AbortException {
        ResumeAction resume = build.getAction(ResumeAction.class);
        if (resume == null) {
            return new Nothing();
        }
        Run<?, ?> origin = build.getParent().getBuildByNumber(resume.build());
        TaskerRunAction originRuns = origin == null ? null : origin.getAction(TaskerRunAction.class);
        if (originRuns == null) {
            throw new AbortException("build #" + resume.build()
                    + ", from which this one goes on, was deleted; start a new build instead");
        }
        List<RunEntry> here = TaskerRunAction.of(build).entries();
        RunEntry same = match(here, number, originRuns.entries());
        if (same == null) {
            return new Nothing();
        }
        String name = same.label() + " of build #" + resume.build();
        RecordedRunFile recorded = read(origin, same.number());
        if (same.number() == resume.run()) {
            return new Start(name, TaskId.parse(resume.startFrom()).orElseThrow(), started(recorded, name));
        }
        boolean beside = same.isBeside(originRuns.find(resume.run()).orElseThrow());
        Optional<TaskId> start = beside ? RestoredResults.startOfParallelRun(recorded.run()) : Optional.empty();
        if (start.isPresent()) {
            return new Start(name, start.get(), recorded.run());
        }
        if (same.unrecordedEnd().isPresent()) {
            // It was taken over itself; or it was a dry run, or a check of the file.
            ResumePlan earlier = of(origin, same.number());
            if (earlier instanceof Ended || same.number() < resume.run()) {
                return earlier;
            }
        }
        if (same.number() > resume.run() && !(beside && recorded.isStarted())) {
            return new Repeated(name);
        }
        RunRecord record = started(recorded, name);
        int exitCode = record.ended()
                .orElseThrow(() -> new AbortException(name + " did not come to its end either, so this build cannot"
                        + " go on after it; resume that run first"))
                .exitCode();
        return new Ended(name, exitCode, record);
    }

    private static RecordedRunFile read(Run<?, ?> build, int run) {
        return RecordedRunFile.read(
                RunDirectory.of(build.getRootDir().toPath(), run).journal());
    }

    private static RunRecord started(RecordedRunFile recorded, String name) throws AbortException {
        if (!recorded.isStarted()) {
            throw new AbortException(name + " cannot be taken over: "
                    + (recorded.unreadable().isEmpty() ? "its record is gone" : recorded.unreadable()));
        }
        return recorded.run();
    }

    private static RunEntry match(List<RunEntry> here, int number, List<RunEntry> there) {
        RunEntry wanted =
                here.stream().filter(run -> run.number() == number).findFirst().orElseThrow();
        long before = here.stream()
                .filter(run -> run.number() < number && run.isSamePlace(wanted))
                .count();
        return there.stream()
                .filter(run -> run.isSamePlace(wanted))
                .skip(before)
                .findFirst()
                .orElse(null);
    }
}
