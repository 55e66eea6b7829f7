package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.journal.RecordedRunFile;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.RunTotals;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.text.Counted;
import java.util.List;

/** Describes the outcome of a run in one to three sentences. */
public final class OutcomeSentence {

    private OutcomeSentence() {}

    /**
     * Describes a run that ended before its first task.
     *
     * @param file base name of the task file
     * @param reason without a full stop; empty if only the checks were requested
     */
    public static String notRun(String file, int exitCode, String reason) {
        if (reason.isEmpty()) {
            return "No task started: " + file + " passed validation.";
        }
        return exitCode == 0
                ? "No task started: " + reason + "."
                : "No task started: " + file + " ended with exit code " + exitCode + ": " + reason + ".";
    }

    /**
     * Describes a run from its file, which may be incomplete, missing or unreadable.
     *
     * @param live whether the run is still running
     * @param unrecorded the outcome of a run that ended without a record; empty if unknown
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

    /**
     * Describes a run from its record.
     *
     * @param live whether the run is still running; if not, a record without an end is that of an interrupted run
     */
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
                + (tasks.isEmpty() ? "" : " The end of " + tasks + " is unknown.")
                + (run.lost().isEmpty()
                        ? ""
                        : " It is unknown whether " + Counted.of(run.lost().size(), "other task") + " ran.");
    }

    private static String ended(String what, RunRecord run, RunEvent.RunEnded end) {
        String how = end.exitCode() == 0 ? " ended successfully" : " ended with exit code " + end.exitCode();
        RunTotals totals = run.totals();
        int failed = totals.failed() + totals.timedOut();
        String failures =
                end.exitCode() == 0 && failed > 0 ? " " + Counted.of(failed, "task") + " failed along the way." : "";
        List<TaskExecution> unhandled = run.unhandledFailures();
        String unused =
                unhandled.isEmpty() ? "" : " No field of the task file uses the failure of " + named(unhandled) + ".";
        return what + how + " after " + DurationText.brief(run.wallTime()) + ": " + end.reason() + "." + failures
                + unused;
    }

    private static String named(List<TaskExecution> tasks) {
        TaskExecution first = tasks.get(0);
        return TaskLabels.onHost(first) + (tasks.size() > 1 ? " and " + Counted.of(tasks.size() - 1, "more task") : "");
    }
}
