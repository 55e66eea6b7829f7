package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.command.output.LinePattern;
import io.jenkins.plugins.tasker.command.output.Output;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/**
 * The controller's view of a large output. Answers from the head that was sent if possible, and calls the agent otherwise.
 * Only conditions and splits that need more than the head make a call, and the caller waits for it.
 */
final class AgentOutput implements Output {

    private final SentOutput sent;
    private final Output head;
    private final LargeOutput large;

    AgentOutput(SentOutput sent) {
        this.sent = sent;
        this.head = Output.of(sent.head());
        this.large = sent.large();
    }

    @Override
    public long length() {
        return sent.length();
    }

    @Override
    public String head(int limit) {
        if (limit <= head.length()) {
            return head.head(limit);
        }
        try (Reader reader = reader()) {
            char[] buffer = new char[(int) Math.min(limit, sent.length())];
            int filled = 0;
            for (int count = 0; count >= 0 && filled < buffer.length; filled += Math.max(count, 0)) {
                count = reader.read(buffer, filled, buffer.length - filled);
            }
            return Output.of(new String(buffer, 0, filled)).head(limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String end(int limit) {
        return large.end(limit);
    }

    @Override
    public Reader reader() {
        return new ChunkReader(large.read());
    }

    @Override
    public boolean contains(String text) {
        return head.contains(text) || large.contains(text);
    }

    @Override
    public boolean matchesLine(LinePattern pattern) {
        return large.matchesLine(pattern.syntax());
    }

    @Override
    public boolean isBlank() {
        return head.isBlank() && large.isBlank();
    }

    @Override
    public long lineCount() {
        return large.lineCount();
    }

    @Override
    public String loss() {
        return large.loss();
    }

    @Override
    public void close() {
        large.close();
    }

    /** Reads the pieces that the agent sends. */
    private static final class ChunkReader extends Reader {

        private final LargeOutput.Chunks chunks;
        private String chunk = "";
        private int position;

        private ChunkReader(LargeOutput.Chunks chunks) {
            this.chunks = chunks;
        }

        @Override
        public int read(char[] buffer, int offset, int length) {
            if (chunk != null && position == chunk.length()) {
                chunk = chunks.next();
                position = 0;
            }
            if (chunk == null) {
                return -1;
            }
            int count = Math.min(length, chunk.length() - position);
            chunk.getChars(position, position + count, buffer, offset);
            position += count;
            return count;
        }

        @Override
        public void close() {
            chunks.close();
        }
    }
}
