package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.text.VisibleText;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The columns of the project summary, in their order: the title and the value of each (rule 16.7). */
public enum SummaryColumn {
    TIMESTAMP("Timestamp", SummaryRow::timestamp),
    TASK_FILE("Task File", SummaryRow::taskFile),
    TASK_ID("Task ID", SummaryRow::taskId),
    HOSTNAME("Hostname", SummaryRow::hostname),
    COMMAND("Command", SummaryRow::command),
    EXIT_CODE("Exit Code", SummaryRow::taskExitCode),
    STATUS("Status", SummaryRow::status),
    LOG_FILE("Log File", SummaryRow::logFile);

    private final String title;
    private final Function<SummaryRow, String> value;

    SummaryColumn(String title, Function<SummaryRow, String> value) {
        this.title = title;
        this.value = value;
    }

    /** Returns the header row: tab-separated titles and a line end. */
    public static String header() {
        return line(column -> column.title);
    }

    /** Returns a run as tab-separated values and a line end. */
    public static String line(SummaryRow row) {
        return line(column -> cell(column.value.apply(row)));
    }

    private static String line(Function<SummaryColumn, String> cell) {
        return Arrays.stream(values()).map(cell).collect(Collectors.joining("\t", "", "\n"));
    }

    /** Replaces tabs and line ends by blanks (rule 16.8) and escapes other control characters. */
    private static String cell(String value) {
        return VisibleText.of(value.replaceAll("\\R|\t", " "));
    }
}
