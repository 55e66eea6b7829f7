package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.text.TimestampText;
import io.jenkins.plugins.tasker.text.VisibleText;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A row of the project summary (rules 16.7 and 16.8): the columns in their order.
 *
 * @param taskExitCode of the last executed task; the exit code of the run if none was executed
 * @param status {@code SUCCESS} or {@code FAILURE}
 */
public record SummaryRow(
        String timestamp,
        String taskFile,
        String taskId,
        String hostname,
        String command,
        String taskExitCode,
        String status,
        String logFile) {

    private static final String NONE = "N/A";

    /**
     * The row of a run that came to no task: its validation failed, it was interrupted before.
     *
     * @param taskFile base name, as are all file names here
     */
    public static SummaryRow notRun(Instant end, ZoneId zone, String taskFile, int exitCode, String logFile) {
        return new SummaryRow(
                TimestampText.text(end, zone),
                taskFile,
                NONE,
                NONE,
                NONE,
                Integer.toString(exitCode),
                status(exitCode),
                logFile);
    }

    /**
     * @param run must have ended
     * @param logFile base name
     */
    public static SummaryRow of(RunRecord run, ZoneId zone, String logFile) {
        RunEvent.RunEnded ended = run.ended().orElseThrow();
        String taskFile = run.started().map(RunEvent.RunStarted::fileName).orElse(NONE);
        Optional<TaskExecution> last = run.lastTask();
        if (last.isEmpty()) {
            return notRun(ended.time(), zone, taskFile, ended.exitCode(), logFile);
        }
        TaskExecution task = last.get();
        return new SummaryRow(
                TimestampText.text(ended.time(), zone),
                taskFile,
                task.key().task().toString(),
                orNone(task.hostname()),
                orNone(task.commandLine()),
                task.result().map(result -> Integer.toString(result.exitCode())).orElse(NONE),
                status(ended.exitCode()),
                logFile);
    }

    private static String orNone(String value) {
        return value.isEmpty() ? NONE : value;
    }

    private static String status(int exitCode) {
        return exitCode == 0 ? "SUCCESS" : "FAILURE";
    }

    /** Tab-separated, with its line end. */
    public String line() {
        return List.of(timestamp, taskFile, taskId, hostname, command, taskExitCode, status, logFile).stream()
                        .map(SummaryRow::plain)
                        .collect(Collectors.joining("\t"))
                + "\n";
    }

    /** Tabs and line ends become blanks (rule 16.8), other control characters visible. */
    private static String plain(String value) {
        return VisibleText.of(value.replaceAll("\\R|\t", " "));
    }
}
