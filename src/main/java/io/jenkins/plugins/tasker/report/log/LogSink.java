package io.jenkins.plugins.tasker.report.log;

import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.text.Level;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;

/** Where the lines of a run log go: a terminal, the log file, the console of a build. */
@FunctionalInterface
public interface LogSink {

    /**
     * One whole line, to be passed on at once. Never called by two threads at the same time.
     *
     * @param text the line as rule 16.1 wants it, without its line end and without control characters
     * @throws IOException if it cannot be written; the log then goes on without this sink
     */
    void line(Level level, String text) throws IOException;

    /** A line about a task, whose label stands in it; a line like any other unless the sink shows it otherwise. */
    default void line(Level level, TaskKey task, String text) throws IOException {
        line(level, text);
    }

    static LogSink to(Writer writer) {
        return (level, text) -> {
            // One write, so that lines of several processes in one file stay whole.
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
