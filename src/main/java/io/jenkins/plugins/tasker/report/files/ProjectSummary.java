package io.jenkins.plugins.tasker.report.files;

import io.jenkins.plugins.tasker.report.SummaryColumn;
import io.jenkins.plugins.tasker.report.SummaryRow;
import io.jenkins.plugins.tasker.taskfile.WhiteSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Appends runs to the tab-separated summary file of a project (rules 16.7 and 16.8). An exclusive lock of the operating system
 * keeps rows of concurrent processes whole.
 */
public final class ProjectSummary {

    private final Path file;
    private final Duration lockTimeout;

    /** @param file the summary file; the first row creates it */
    public ProjectSummary(Path file) {
        this(file, SharedFile.LOCK_TIMEOUT);
    }

    ProjectSummary(Path file, Duration lockTimeout) {
        this.file = file;
        this.lockTimeout = lockTimeout;
    }

    /** Returns a summary as text: header and rows. */
    public static String text(List<SummaryRow> rows) {
        return SummaryColumn.header() + rows.stream().map(SummaryColumn::line).collect(Collectors.joining());
    }

    /**
     * Appends the row of one run.
     *
     * @throws IOException if the row cannot be written, or another process keeps the lock for too long; the message contains
     *     the row
     */
    public void append(SummaryRow row) throws IOException {
        String line = SummaryColumn.line(row);
        try {
            new SharedFile(file, lockTimeout).append(SummaryColumn.header(), line);
        } catch (IOException e) {
            throw failed(e, line);
        }
    }

    private IOException failed(IOException e, String line) {
        return new IOException(
                "project summary " + file + " cannot be written: " + WriteFailure.reason(e) + "; unwritten row: "
                        + WhiteSpace.trimEnd(line),
                e);
    }
}
