package io.jenkins.plugins.tasker.report.files;

import io.jenkins.plugins.tasker.report.log.LogSink;
import io.jenkins.plugins.tasker.text.Level;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The log file of one run (rule 16.5). */
public final class LogFile implements LogSink, Closeable {

    private final Path file;
    private final Writer writer;
    private final LogSink sink;

    private LogFile(Path file, Writer writer) {
        this.file = file;
        this.writer = writer;
        this.sink = LogSink.to(writer);
    }

    /**
     * Opens a file that {@link LogFileSet} created, to append lines.
     *
     * @throws IOException if the file cannot be opened; the message contains the file
     */
    public static LogFile append(Path file) throws IOException {
        try {
            return new LogFile(file, Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new IOException("log file " + file + " cannot be written: " + WriteFailure.reason(e), e);
        }
    }

    @Override
    public void line(Level level, String text) throws IOException {
        try {
            sink.line(level, text);
        } catch (IOException e) {
            throw new IOException("log file " + file + ": " + WriteFailure.reason(e), e);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
