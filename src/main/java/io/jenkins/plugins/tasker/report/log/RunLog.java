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
 * The run log (rules 16.1 to 16.3 and 16.9): tells the events of a run, and what others have to say, in lines of the form
 * {@code [2024-01-15 14:30:15] [INFO] text}. May be used by several threads; lines are never interleaved.
 *
 * <p>A sink that fails never harms the run: it is left out from then on, and the other sinks are told at ERROR.
 */
public final class RunLog implements RunListener {

    private final Level level;
    private final Clock clock;
    private final List<LogSink> sinks;
    private final EventLines lines;

    /**
     * @param level the least important level that is shown; {@link Level#INFO} by default (rule 16.1)
     * @param clock gives the time of each line, and its zone
     * @param state the state of the run, asked at its end for the totals; must have heard of each event before this log
     */
    public RunLog(Level level, Clock clock, Supplier<RunRecord> state, List<LogSink> sinks) {
        this.level = level;
        this.clock = clock;
        this.sinks = new CopyOnWriteArrayList<>(sinks);
        this.lines = new EventLines(this, state);
    }

    /** Adds a sink that gets the lines from now on; the log file is known later than the terminal. */
    public void add(LogSink sink) {
        sinks.add(sink);
    }

    /** The sink gets no further lines. */
    public synchronized void remove(LogSink sink) {
        sinks.remove(sink);
    }

    /** What stands at the beginning of each log, at every level (rule 16.1). */
    public void begin(String taskFile, boolean dryRun, String logFile) {
        always("Starting TASKER 2.0 " + (dryRun ? "dry run" : "execution") + " of " + taskFile);
        always("Log file: " + logFile);
    }

    @Override
    public void event(RunEvent event) {
        lines.tell(event);
    }

    /** A line that is shown if its level is; control characters in it become visible. */
    public void write(Level lineLevel, String text) {
        if (isShown(lineLevel)) {
            line(lineLevel, Optional.empty(), text);
        }
    }

    /** A line about a task, with its label in front (rule 16.3). */
    void write(Level lineLevel, TaskKey task, String text) {
        if (isShown(lineLevel)) {
            line(lineLevel, Optional.of(task), task.label() + ": " + text);
        }
    }

    /** A line that is shown at every level, marked as INFO: start, end, log file name, final exit code (rule 16.1). */
    public void always(String text) {
        line(Level.INFO, Optional.empty(), text);
    }

    /** Whether lines of this level are shown. */
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
