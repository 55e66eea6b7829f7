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
 * The tab-separated summary of all runs of a project (rules 16.7 and 16.8): a row for each run, whichever process it ran
 * in. Rows are written under an exclusive lock of the operating system, so none is lost or mixed with another.
 */
public final class ProjectSummary {

    private final Path file;
    private final Duration lockTimeout;

    /** @param file created with the first row */
    public ProjectSummary(Path file) {
        this(file, SharedFile.PATIENCE);
    }

    ProjectSummary(Path file, Duration lockTimeout) {
        this.file = file;
        this.lockTimeout = lockTimeout;
    }

    /** A summary that is not kept in a file: its header and rows. */
    public static String text(List<SummaryRow> rows) {
        return SummaryColumn.header() + rows.stream().map(SummaryColumn::line).collect(Collectors.joining());
    }

    /**
     * Appends the row of one run.
     *
     * @throws IOException if it could not be written, or the lock was not free in time; the message holds the row, so that
     *     whoever logs it loses nothing
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
