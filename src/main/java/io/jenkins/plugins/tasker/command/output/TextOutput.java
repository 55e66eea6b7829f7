package io.jenkins.plugins.tasker.command.output;

import io.jenkins.plugins.tasker.text.Shortened;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;

/** Output in memory. */
final class TextOutput implements Output {

    private final String text;
    private final String loss;

    TextOutput(String text) {
        this(text, "");
    }

    TextOutput(String text, String loss) {
        this.text = text;
        this.loss = loss;
    }

    /** Returns the text between two positions. */
    Output part(long start, long end) {
        return new TextOutput(text.substring((int) start, (int) end), loss);
    }

    @Override
    public long length() {
        return text.length();
    }

    @Override
    public String head(int limit) {
        return Shortened.start(text, limit);
    }

    @Override
    public String end(int limit) {
        return Shortened.end(text, limit);
    }

    @Override
    public Reader reader() {
        return new StringReader(text);
    }

    @Override
    public boolean contains(String wanted) {
        return text.contains(wanted);
    }

    @Override
    public boolean matchesLine(LinePattern pattern) {
        return LineScan.any(text, pattern.test());
    }

    @Override
    public boolean isBlank() {
        try {
            return OutputScan.isBlank(reader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long lineCount() {
        try {
            return OutputScan.lineCount(reader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String loss() {
        return loss;
    }

    @Override
    public void close() {
        // uses memory only
    }

    @Override
    public String toString() {
        return text;
    }
}
