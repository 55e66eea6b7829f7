package io.jenkins.plugins.tasker.cli.live;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.engine.TaskStatus;
import io.jenkins.plugins.tasker.journal.TaskAttempt;
import io.jenkins.plugins.tasker.report.DurationText;
import io.jenkins.plugins.tasker.report.StatusReason;
import io.jenkins.plugins.tasker.report.TaskLabels;
import io.jenkins.plugins.tasker.report.TaskOutput;
import io.jenkins.plugins.tasker.report.TerminalStyle;
import io.jenkins.plugins.tasker.text.DisplayWidth;
import io.jenkins.plugins.tasker.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Formats the lines about tasks that stay on the terminal (rule 24.1). */
final class TaskLines {

    private static final String OK = "\u2713";
    private static final String FAILED = "\u2717";
    private static final String OTHER = "\u00b7";

    /** How many of its last lines a failed command shows. */
    private static final int OUTPUT_LINES = 5;

    private TaskLines() {}

    static String skipped(RunEvent.TaskSkipped skipped, TerminalStyle style) {
        String what = "skipped: condition '" + skipped.condition() + "' is false";
        return other(new Row(OTHER, TaskLabels.number(skipped.task()), "", what, ""), style);
    }

    static String moved(RunEvent.Moved moved, TerminalStyle style) {
        String what = moved.reason() + ", jumping to task " + moved.to();
        return other(new Row("\u2192", TaskLabels.number(moved.from()), "", what, ""), style);
    }

    private static String other(Row row, TerminalStyle style) {
        return style.faint(row.mark() + row.body(style));
    }

    /** Returns the line of a command that would run (rule 15.6). */
    static String planned(RunEvent.TaskStarted started, TerminalStyle style) {
        Row row = new Row(OTHER, TaskLabels.number(started.task()), started.hostname(), started.commandLine(), "");
        return style.accent(row.mark()) + row.body(style);
    }

    static String group(RunEvent.TaskEnded end, TerminalStyle style) {
        TaskResult result = end.result();
        Row row = new Row(
                result.success() ? OK : FAILED,
                TaskLabels.number(end.task()),
                "",
                result.stdout(),
                DurationText.brief(result.duration()));
        return marked(row, result.success(), style);
    }

    /** @param condition the {@code success} condition that failed */
    static List<String> command(
            RunEvent.TaskStarted started,
            RunEvent.TaskEnded end,
            Optional<RunEvent.SuccessEvaluated> condition,
            TerminalStyle style) {
        TaskResult result = end.result();
        Row row = new Row(
                result.success() ? OK : FAILED,
                TaskLabels.number(end.task()),
                started.hostname(),
                started.commandLine(),
                DurationText.brief(result.duration()));
        List<String> lines = new ArrayList<>();
        lines.add(marked(row, result.success(), style));
        if (!result.success()) {
            String reason = StatusReason.of(new TaskAttempt(started, Optional.of(end), condition));
            String again = end.retried() ? "; trying again" : "";
            lines.add(style.error(indented(reason + again, style)));
            output(end).forEach(line -> lines.add(indented(line, style)));
        }
        return lines;
    }

    private static String marked(Row row, boolean success, TerminalStyle style) {
        String body = row.body(style);
        return success ? style.success(row.mark()) + body : style.error(row.mark() + body);
    }

    private static String indented(String text, TerminalStyle style) {
        return DisplayWidth.cut("    " + VisibleText.onTerminal(text), style.width());
    }

    /** Returns the last lines of stderr, or of stdout if stderr is blank. */
    private static List<String> output(RunEvent.TaskEnded end) {
        if (end.result().status() == TaskStatus.SKIPPED) {
            return List.of();
        }
        List<String> lines = TaskOutput.message(end).lines().toList();
        return lines.subList(Math.max(0, lines.size() - OUTPUT_LINES), lines.size());
    }
}
