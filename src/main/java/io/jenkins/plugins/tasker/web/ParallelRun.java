package io.jenkins.plugins.tasker.web;

import hudson.model.Run;
import io.jenkins.plugins.tasker.journal.RecordedRunFile;
import io.jenkins.plugins.tasker.journal.RestoredResults;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.List;
import java.util.stream.Stream;

/** A failed run in a parallel branch, which the new build resumes together with the requested run. */
record ParallelRun(RunEntry entry, RunRecord record, TaskId startFrom) {

    /** @param resumed number of the run that is resumed */
    static List<ParallelRun> of(Run<?, ?> build, int resumed) {
        TaskerRunAction runs = build.getAction(TaskerRunAction.class);
        RunEntry other = runs.find(resumed).orElseThrow();
        return runs.entries().stream()
                .filter(entry -> entry.isParallelTo(other))
                .flatMap(entry -> of(entry, read(build, entry.number())))
                .toList();
    }

    private static Stream<ParallelRun> of(RunEntry entry, RunRecord record) {
        return RestoredResults.startOfParallelRun(record).map(start -> new ParallelRun(entry, record, start)).stream();
    }

    private static RunRecord read(Run<?, ?> build, int run) {
        return RecordedRunFile.read(
                        RunDirectory.of(build.getRootDir().toPath(), run).journal())
                .run();
    }

    @Override
    public String toString() {
        return Messages.ParallelRun_note(entry.label(), startFrom);
    }
}
