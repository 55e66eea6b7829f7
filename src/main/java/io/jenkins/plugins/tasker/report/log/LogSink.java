package io.jenkins.plugins.tasker.report.log;

import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.text.Level;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;

/** Receives the lines of a run log: a terminal, the log file, the console of a build. */
@FunctionalInterface
public interface LogSink {

    /**
     * Writes one line and flushes it. Calls never overlap.
     *
     * @param text the line in the format of rule 16.1, without line end and control characters
     * @throws IOException if the line cannot be written; the log then removes this sink
     */
    void line(Level level, String text) throws IOException;

    /** Writes a line that contains the label of a task. By default the same as {@link #line(Level, String)}. */
    default void line(Level level, TaskKey task, String text) throws IOException {
        line(level, text);
    }

    static LogSink to(Writer writer) {
        return (level, text) -> {
            // One call, so that lines of several processes in one file stay whole.
            writer.write(text + "\n");
            writer.flush();
        };
    }

    static LogSink to(PrintStream stream) {
        return (level, text) -> {
            stream.print(text + "\n");
            stream.flush();
            if (stream.checkError()) {
                throw new IOException("the output was closed");
            }
        };
    }
}
