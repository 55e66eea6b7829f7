package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.journal.RecordedRunFile;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.RunTotals;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.text.Counted;
import java.util.List;

/** How a run went, in a sentence or two. */
public final class OutcomeSentence {

    private OutcomeSentence() {}

    /**
     * How a run went that was over before it began.
     *
     * @param file base name of the task file
     */
    public static String notRun(String file, int exitCode) {
        return exitCode == 0
                ? "No task started: " + file + " passed validation."
                : "No task started: " + file + " ended with exit code " + exitCode
                        + ". The console states the reason.";
    }

    /**
     * How a run went, whatever there is of it.
     *
     * @param live whether the run still goes on
     * @param unrecorded what was said at the end of a run that left no record; empty if nothing was
     */
    public static String of(RecordedRunFile file, boolean live, String unrecorded) {
        if (file.isStarted()) {
            return of(file.run(), live);
        }
        if (!file.unreadable().isEmpty()) {
            return file.unreadable();
        }
        if (live) {
            return "Validating the task file.";
        }
        return unrecorded.isEmpty()
                ? "This run has no record: it ended before its first task, or its record was deleted."
                : unrecorded;
    }

    /** @param live whether the run still goes on; otherwise a missing end means that it was cut off */
    public static String of(RunRecord run, boolean live) {
        String what = run.isDryRun() ? "Dry run" : "Run";
        if (run.ended().isPresent()) {
            return ended(what, run, run.ended().get());
        }
        List<TaskExecution> open = run.unknownCommands();
        String tasks = open.isEmpty() ? "" : named(open);
        if (live) {
            return what + " in progress" + (tasks.isEmpty() ? "." : ": " + tasks + ".");
        }
        return what + " was interrupted: its record has no end."
                + (tasks.isEmpty() ? "" : " The end of " + tasks + " is unknown.");
    }

    private static String ended(String what, RunRecord run, RunEvent.RunEnded end) {
        String how = end.exitCode() == 0 ? " ended successfully" : " ended with exit code " + end.exitCode();
        RunTotals totals = run.totals();
        int failed = totals.failed() + totals.timedOut();
        String failures =
                end.exitCode() == 0 && failed > 0 ? " " + Counted.of(failed, "task") + " failed along the way." : "";
        return what + how + " after " + DurationText.brief(run.wallTime()) + ": " + end.reason() + "." + failures;
    }

    private static String named(List<TaskExecution> tasks) {
        TaskExecution first = tasks.get(0);
        return TaskLabels.onHost(first)
                + (tasks.size() > 1 ? " and " + Counted.of(tasks.size() - 1, "more task") : "");
    }
}
