package io.jenkins.plugins.tasker.report.log;

import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import io.jenkins.plugins.tasker.engine.Secrets;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.text.Level;
import io.jenkins.plugins.tasker.text.Shortened;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/**
 * Logs the output of a command: one line with the whole output or its first and last part, and at DEBUG the whole output line
 * by line (rules 16.3 and 16.13). Memory is constant for any size of output.
 */
final class OutputLines {

    /** The maximum number of characters of an output that the first line shows. */
    static final int SHOWN = 200;

    /** How many of these are from the end of a longer output. */
    private static final int SHOWN_END = 50;

    /** How many blanks at the end are left out. */
    private static final int MOST_BLANKS = 64;

    /** The maximum length of a line at DEBUG; a longer one continues in further lines, marked with {@code +}. */
    static final int LONGEST_LINE = 4096;

    private final RunLog log;
    private final TaskKey task;
    private final String label;
    private final Secrets secrets;

    OutputLines(RunLog log, TaskKey task, Secrets secrets) {
        this.log = log;
        this.task = task;
        this.label = task.label();
        this.secrets = secrets;
    }

    void log(OutputStreamName stream, Output output) {
        if (output.length() == 0 || !log.isShown(Level.INFO)) {
            return;
        }
        try {
            OutputStart start = OutputStart.of(output, secrets, SHOWN);
            if (start.text().isEmpty()) {
                return;
            }
            log.write(Level.INFO, task, stream + ": " + (start.cut() ? ends(start.text(), output) : start.text()));
            if (log.isShown(Level.DEBUG) && (start.cut() || start.text().indexOf('\n') >= 0)) {
                inFull(stream, output);
            }
        } catch (IOException | UncheckedIOException e) {
            log.write(Level.ERROR, task, stream + " cannot be read for the log: " + e.getMessage());
        }
    }

    /** Returns the first and the last part, with the number of characters in between (rule 16.13). */
    private String ends(String start, Output output) {
        String first = Shortened.start(start, SHOWN - SHOWN_END);
        String raw = output.end(SHOWN_END + secrets.longest() + MOST_BLANKS);
        String end = raw.stripTrailing();
        String last = secrets.maskEnd(end, SHOWN_END);
        long shown = (long) first.length() + last.length() + (raw.length() - end.length());
        return first + Shortened.gap(Math.max(0, output.length() - shown)) + last;
    }

    private void inFull(OutputStreamName stream, Output output) throws IOException {
        String first = label + ": " + stream + " | ";
        String further = label + ": " + stream + " + ";
        StringBuilder line = new StringBuilder();
        String prefix = first;
        try (Reader in = new MaskedReader(output.reader(), secrets)) {
            char[] piece = new char[8192];
            int n;
            while ((n = in.read(piece)) >= 0) {
                for (int i = 0; i < n; i++) {
                    if (piece[i] == '\n') {
                        log.write(Level.DEBUG, prefix + line);
                        line.setLength(0);
                        prefix = first;
                        continue;
                    }
                    if (line.length() >= LONGEST_LINE && !Character.isLowSurrogate(piece[i])) {
                        log.write(Level.DEBUG, prefix + line);
                        line.setLength(0);
                        prefix = further;
                    }
                    line.append(piece[i]);
                }
            }
        }
        if (line.length() > 0) {
            log.write(Level.DEBUG, prefix + line);
        }
    }
}
