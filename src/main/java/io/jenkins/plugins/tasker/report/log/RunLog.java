package io.jenkins.plugins.tasker.report.log;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.RunListener;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.text.Level;
import io.jenkins.plugins.tasker.text.TimestampText;
import io.jenkins.plugins.tasker.text.VisibleText;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * The run log (rules 16.1 to 16.3 and 16.9). Writes events of the run and other messages as lines of the form
 * {@code [2024-01-15 14:30:15] [INFO] text} to its sinks. Thread-safe; lines are never interleaved.
 *
 * <p>If a sink fails, the log removes it and writes the reason to the other sinks at ERROR. The run continues.
 */
public final class RunLog implements RunListener {

    private final Level level;
    private final Clock clock;
    private final List<LogSink> sinks;
    private final EventLines lines;

    /**
     * @param level the least important level that the log shows; {@link Level#INFO} by default (rule 16.1)
     * @param clock time and zone of the lines
     * @param state supplies the state of the run for the totals; must receive each event before this log
     */
    public RunLog(Level level, Clock clock, Supplier<RunRecord> state, List<LogSink> sinks) {
        this.level = level;
        this.clock = clock;
        this.sinks = new CopyOnWriteArrayList<>(sinks);
        this.lines = new EventLines(this, state);
    }

    /** Adds a sink, which receives all further lines. */
    public void add(LogSink sink) {
        sinks.add(sink);
    }

    /** Removes a sink, which receives no further lines. */
    public synchronized void remove(LogSink sink) {
        sinks.remove(sink);
    }

    /** Writes the first lines of each log, at every level (rule 16.1). */
    public void begin(String taskFile, boolean dryRun, String logFile) {
        always("Starting TASKER 2.0 " + (dryRun ? "dry run" : "execution") + " of " + taskFile);
        always("Log file: " + logFile);
    }

    @Override
    public void event(RunEvent event) {
        lines.log(event);
    }

    /** Writes a line if the log shows its level; escapes control characters. */
    public void write(Level lineLevel, String text) {
        if (isShown(lineLevel)) {
            line(lineLevel, Optional.empty(), text);
        }
    }

    /** Writes a line about a task, after its label (rule 16.3). */
    void write(Level lineLevel, TaskKey task, String text) {
        if (isShown(lineLevel)) {
            line(lineLevel, Optional.of(task), task.label() + ": " + text);
        }
    }

    /** Writes a line at every level, marked as INFO: start, end, log file name, final exit code (rule 16.1). */
    public void always(String text) {
        line(Level.INFO, Optional.empty(), text);
    }

    /** Whether the log shows lines of this level. */
    public boolean isShown(Level lineLevel) {
        return lineLevel.isShownAt(level);
    }

    private synchronized void line(Level lineLevel, Optional<TaskKey> task, String text) {
        String line = TimestampText.stamp(clock) + " [" + lineLevel + "] " + VisibleText.of(text);
        for (LogSink sink : sinks) {
            try {
                if (task.isPresent()) {
                    sink.line(lineLevel, task.get(), line);
                } else {
                    sink.line(lineLevel, line);
                }
            } catch (IOException e) {
                if (sinks.remove(sink)) {
                    write(
                            Level.ERROR,
                            "a destination of the log failed; the log continues without it: " + e.getMessage());
                }
            }
        }
    }
}
