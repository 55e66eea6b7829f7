package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.text.TimestampText;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/**
 * One run in the project summary (rules 16.7 and 16.8). {@link SummaryColumn} defines which values a row shows.
 *
 * @param end when the run ended
 * @param zone of the timestamp
 * @param taskFile base name of the task file
 * @param exitCode of the run
 * @param lastTask the last executed task, for a group the group; empty if the run executed no task
 * @param logFile base name of the log file, or another name under which the log can be found
 * @param declinedBy the user who declined the plan of the run
 */
public record SummaryRow(
        Instant end,
        ZoneId zone,
        String taskFile,
        int exitCode,
        Optional<TaskExecution> lastTask,
        String logFile,
        Optional<String> declinedBy) {

    private static final String NONE = "N/A";

    /** Returns the row of a run that executed no task: validation failed, or an interrupt came first. */
    public static SummaryRow notRun(Instant end, ZoneId zone, String taskFile, int exitCode, String logFile) {
        return new SummaryRow(end, zone, taskFile, exitCode, Optional.empty(), logFile, Optional.empty());
    }

    /**
     * Returns the row of a run that has ended.
     *
     * @throws java.util.NoSuchElementException if the record has no end
     */
    public static SummaryRow of(RunRecord run, ZoneId zone, String logFile) {
        RunEvent.RunEnded ended = run.ended().orElseThrow();
        String taskFile = run.started().map(RunEvent.RunStarted::fileName).orElse(NONE);
        return new SummaryRow(
                ended.time(), zone, taskFile, ended.exitCode(), run.lastTask(), logFile, Optional.empty());
    }

    /** Returns the row of a run whose plan was declined; the same row if it was not declined. */
    public SummaryRow declined(Optional<String> by) {
        return new SummaryRow(end, zone, taskFile, exitCode, lastTask, logFile, by);
    }

    public String timestamp() {
        return TimestampText.text(end, zone);
    }

    public String taskId() {
        return ofLastTask(task -> task.key().task().toString());
    }

    public String hostname() {
        return ofLastTask(TaskLabels::hosts);
    }

    /** Returns the command of the last executed task, or who declined the plan. */
    public String command() {
        return declinedBy.map(user -> "declined by " + user).orElseGet(() -> ofLastTask(TaskExecution::commandLine));
    }

    /** Returns the exit code of the last executed task, or that of the run if it executed none. */
    public String taskExitCode() {
        return lastTask.isEmpty()
                ? Integer.toString(exitCode)
                : ofLastTask(task -> task.result()
                        .map(result -> Integer.toString(result.exitCode()))
                        .orElse(""));
    }

    /** {@code DECLINED} if the plan was declined, {@code SUCCESS} if the run ended with 0, else {@code FAILURE}. */
    public String status() {
        if (declinedBy.isPresent()) {
            return "DECLINED";
        }
        return exitCode == 0 ? "SUCCESS" : "FAILURE";
    }

    private String ofLastTask(Function<TaskExecution, String> value) {
        return lastTask.map(value).filter(text -> !text.isEmpty()).orElse(NONE);
    }
}
