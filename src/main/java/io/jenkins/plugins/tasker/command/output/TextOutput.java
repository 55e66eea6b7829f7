package io.jenkins.plugins.tasker.command.output;

import io.jenkins.plugins.tasker.text.Shortened;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;

/** Output in memory. */
final class TextOutput implements Output {

    private final String text;
    private final boolean cut;

    TextOutput(String text) {
        this(text, false);
    }

    TextOutput(String text, boolean cut) {
        this.text = text;
        this.cut = cut;
    }

    /** Returns the text between two positions. */
    Output part(long start, long end) {
        return Output.of(text.substring((int) start, (int) end));
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
    public Reader reader() {
        return new StringReader(text);
    }

    @Override
    public boolean contains(String wanted) {
        return text.contains(wanted);
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
    public boolean isCut() {
        return cut;
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
