package io.jenkins.plugins.tasker.agent;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.tasker.command.output.LinePattern;
import io.jenkins.plugins.tasker.command.output.Output;
import io.jenkins.plugins.tasker.command.output.UnreadablePatternException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Keeps a large output on the agent and answers the controller's calls about it. */
final class RetainedOutput implements LargeOutput {

    /** Characters in each answer: few calls for much text, and no more heap than a batch of reports. */
    private static final int CHUNK = 128 * 1024;

    private final Output output;
    private final VirtualChannel controller;
    private final Consumer<Output> discard;

    RetainedOutput(Output output, VirtualChannel controller, Consumer<Output> discard) {
        this.output = output;
        this.controller = controller;
        this.discard = discard;
    }

    @Override
    public boolean contains(String text) {
        return output.contains(text);
    }

    @Override
    public boolean matchesLine(String syntax) {
        try {
            return output.matchesLine(LinePattern.compile(syntax));
        } catch (UnreadablePatternException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public boolean isBlank() {
        return output.isBlank();
    }

    @Override
    public long lineCount() {
        return output.lineCount();
    }

    @Override
    public String loss() {
        return output.loss();
    }

    @Override
    public String end(int limit) {
        return output.end(limit);
    }

    @Override
    public Chunks read() {
        return controller.export(Chunks.class, new ReaderChunks(output.reader()));
    }

    @Override
    public void close() {
        discard.accept(output);
    }

    private static final class ReaderChunks implements Chunks {

        private final Reader reader;
        private final char[] buffer = new char[CHUNK];

        private ReaderChunks(Reader reader) {
            this.reader = reader;
        }

        @Override
        public String next() {
            try {
                int count = reader.read(buffer);
                return count < 0 ? null : new String(buffer, 0, count);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                reader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
