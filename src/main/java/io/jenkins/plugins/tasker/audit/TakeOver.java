package io.jenkins.plugins.tasker.audit;

import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.tasker.journal.RunFile;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.List;

/**
 * What a run takes over from an earlier build, if its own build resumes one. Runs are matched by their task file, and among
 * several of the same file by their order.
 */
public sealed interface TakeOver {

    /** Everything is done anew. */
    record Nothing() implements TakeOver {}

    /** The same, although the earlier build ran this file too, after the run that is resumed. */
    record Repeated(String origin) implements TakeOver {}

    /** This is the run that goes on. */
    record Start(String origin, TaskId startFrom, RunRecord record) implements TakeOver {}

    /** The earlier build brought this run to its end before it came to the one that is resumed. */
    record Ended(String origin, int exitCode, RunRecord record) implements TakeOver {}

    /**
     * @param number of this run within its build
     * @throws AbortException if what should be taken over cannot be; the message says why and what to do
     */
    static TakeOver of(Run<?, ?> build, int number) throws AbortException {
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
        String name = same.file() + " of build #" + resume.build();
        if (same.number() > resume.run()) {
            return new Repeated(name);
        }
        RunFile recorded = RunFile.read(
                RunDirectory.of(origin.getRootDir().toPath(), same.number()).journal());
        return recorded(resume, recorded, same, name);
    }

    private static TakeOver recorded(ResumeAction resume, RunFile recorded, RunEntry same, String name)
            throws AbortException {
        if (same.number() < resume.run() && same.unrecordedEnd().isPresent()) {
            // A dry run, or a check of the file: nothing was done that could be done twice.
            return new Nothing();
        }
        if (!recorded.isStarted()) {
            throw new AbortException(name + " cannot be taken over: "
                    + (recorded.unreadable().isEmpty() ? "its record is gone" : recorded.unreadable()));
        }
        RunRecord record = recorded.run();
        if (same.number() == resume.run()) {
            return new Start(name, TaskId.parse(resume.startFrom()).orElseThrow(), record);
        }
        int exitCode = record.ended()
                .orElseThrow(() -> new AbortException(name + " did not come to its end either, so this build cannot"
                        + " go on after it; resume that run first"))
                .exitCode();
        return new Ended(name, exitCode, record);
    }

    private static RunEntry match(List<RunEntry> here, int number, List<RunEntry> there) {
        String file = here.stream()
                .filter(run -> run.number() == number)
                .findFirst()
                .orElseThrow()
                .file();
        long before = here.stream()
                .filter(run -> run.number() < number && run.file().equals(file))
                .count();
        return there.stream()
                .filter(run -> run.file().equals(file))
                .skip(before)
                .findFirst()
                .orElse(null);
    }
}
