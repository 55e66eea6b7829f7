package io.jenkins.plugins.tasker.report.files;

import io.jenkins.plugins.tasker.text.Level;
import io.jenkins.plugins.tasker.text.TimestampText;
import io.jenkins.plugins.tasker.text.VisibleText;
import io.jenkins.plugins.tasker.validation.ReportLine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.UnaryOperator;

/** Appends validations to {@code validation_report_<yyyyMMdd>.log} in the log directory, one file a day (rule 16.5). */
public final class ValidationReportFile {

    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

    private ValidationReportFile() {}

    /** Returns the file of the current day. */
    public static Path in(Path directory, Clock clock) {
        return directory.resolve("validation_report_" + DATE.format(LocalDate.now(clock)) + ".log");
    }

    /**
     * Appends one validation after a line with the name of the task file.
     *
     * @param mask replaces the secrets of the run by {@code ****} (rule 16.4)
     * @throws IOException if the file cannot be written, or another run keeps it locked for too long
     */
    public static void append(
            Path directory, Clock clock, String taskFile, List<ReportLine> lines, UnaryOperator<String> mask)
            throws IOException {
        StringBuilder text = new StringBuilder();
        String stamp = TimestampText.stamp(clock);
        line(text, stamp, Level.INFO, mask.apply("Validation of " + taskFile));
        lines.forEach(line -> line(text, stamp, line.level(), mask.apply(line.text())));
        new SharedFile(in(directory, clock), SharedFile.LOCK_TIMEOUT).append("", text.toString());
    }

    private static void line(StringBuilder text, String stamp, Level level, String line) {
        text.append(stamp)
                .append(" [")
                .append(level)
                .append("] ")
                .append(VisibleText.of(line))
                .append('\n');
    }
}
