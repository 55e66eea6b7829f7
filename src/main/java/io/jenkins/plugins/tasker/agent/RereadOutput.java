package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.command.UnknownEndException;
import io.jenkins.plugins.tasker.command.output.LinePattern;
import io.jenkins.plugins.tasker.command.output.Output;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * An output on the agent that survives a lost connection: after a failed call it is fetched again and the call repeated.
 *
 * <p>The agent keeps the files of a command until the result is recorded, and the text is always the same. Callers wait for
 * the agent.
 */
final class RereadOutput implements Output {

    private static final Logger LOGGER = Logger.getLogger(RereadOutput.class.getName());
    /** More failures than this have another cause than the connection. */
    private static final int MAX_FETCHES = 10;

    private final Supplier<Output> source;
    private Output output;
    private int fetches;

    /** @param source waits for the agent; throws {@link UnknownEndException} if the agent does not reconnect */
    RereadOutput(Output output, Supplier<Output> source) {
        this.output = output;
        this.source = source;
    }

    private <T> T ask(Function<Output, T> query) {
        while (true) {
            try {
                return query.apply(output);
            } catch (UnknownEndException e) {
                throw e;
            } catch (RuntimeException e) {
                fetch(e);
            }
        }
    }

    private void fetch(RuntimeException reason) {
        if (fetches == MAX_FETCHES) {
            throw reason;
        }
        fetches++;
        LOGGER.log(Level.FINE, "Fetching the output of a command again", reason);
        output = source.get();
    }

    @Override
    public long length() {
        return output.length();
    }

    @Override
    public String head(int limit) {
        return ask(current -> current.head(limit));
    }

    @Override
    public String end(int limit) {
        return ask(current -> current.end(limit));
    }

    @Override
    public Reader reader() {
        return new RereadingReader();
    }

    @Override
    public boolean contains(String text) {
        return ask(current -> current.contains(text));
    }

    @Override
    public boolean matchesLine(LinePattern pattern) {
        return ask(current -> current.matchesLine(pattern));
    }

    @Override
    public boolean isBlank() {
        return ask(Output::isBlank);
    }

    @Override
    public long lineCount() {
        return ask(Output::lineCount);
    }

    @Override
    public String loss() {
        return ask(Output::loss);
    }

    @Override
    public void close() {
        try {
            output.close();
        } catch (RuntimeException e) {
            LOGGER.log(Level.FINE, "The agent is not connected; it has closed the output with the connection", e);
        }
    }

    /** Continues at its position after each fetch. */
    private final class RereadingReader extends Reader {

        private long position;
        private Reader reader = open();

        private Reader open() {
            return ask(current -> {
                Reader fresh = current.reader();
                try {
                    if (fresh.skip(position) < position) {
                        throw new IOException("the output is shorter than before");
                    }
                    return fresh;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            while (true) {
                try {
                    int count = reader.read(buffer, offset, length);
                    position += Math.max(count, 0);
                    return count;
                } catch (UnknownEndException e) {
                    throw e;
                } catch (RuntimeException e) {
                    fetch(e);
                    reader = open();
                }
            }
        }

        @Override
        public long skip(long characters) throws IOException {
            long skipped = reader.skip(characters);
            position += skipped;
            return skipped;
        }

        @Override
        public void close() throws IOException {
            try {
                reader.close();
            } catch (RuntimeException e) {
                LOGGER.log(Level.FINE, "The agent is not connected; it has closed the reader with the connection", e);
            }
        }
    }
}
