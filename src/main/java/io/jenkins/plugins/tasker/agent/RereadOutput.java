package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.command.UnknownEndException;
import io.jenkins.plugins.tasker.command.output.Output;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * An output that lies on the agent and is read again if the connection breaks while somebody asks for it: the agent keeps the
 * files of a command until its end is recorded. Whoever asks waits for the agent. The text is the same each time, so an answer
 * does not depend on how often it was asked for.
 */
final class RereadOutput implements Output {

    private static final Logger LOGGER = Logger.getLogger(RereadOutput.class.getName());

    private final Supplier<Output> again;
    private Output now;

    /** How often it may be fetched: what fails more often has another reason than a connection. */
    private int left = 10;

    /** @param again waits for the agent and gives the same output; throws {@link UnknownEndException} if it stays away */
    RereadOutput(Output now, Supplier<Output> again) {
        this.now = now;
        this.again = again;
    }

    private <T> T ask(Function<Output, T> question) {
        while (true) {
            try {
                return question.apply(now);
            } catch (UnknownEndException e) {
                throw e;
            } catch (RuntimeException e) {
                fetch(e);
            }
        }
    }

    private void fetch(RuntimeException reason) {
        if (left == 0) {
            throw reason;
        }
        left--;
        LOGGER.log(Level.FINE, "An output is read again", reason);
        now = again.get();
    }

    @Override
    public long length() {
        return now.length();
    }

    @Override
    public String head(int limit) {
        return ask(output -> output.head(limit));
    }

    @Override
    public Reader reader() {
        return new Rereading();
    }

    @Override
    public boolean contains(String text) {
        return ask(output -> output.contains(text));
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
    public boolean isCut() {
        return ask(Output::isCut);
    }

    @Override
    public void close() {
        try {
            now.close();
        } catch (RuntimeException e) {
            LOGGER.log(Level.FINE, "The agent is gone, and has let go of it with the connection", e);
        }
    }

    /** Goes on where it was. */
    private final class Rereading extends Reader {

        private long position;
        private Reader reader = opened();

        private Reader opened() {
            return ask(output -> {
                Reader fresh = output.reader();
                try {
                    if (fresh.skip(position) < position) {
                        throw new IOException("it has become shorter than what was read of it");
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
                    reader = opened();
                }
            }
        }

        @Override
        public void close() throws IOException {
            try {
                reader.close();
            } catch (RuntimeException e) {
                LOGGER.log(Level.FINE, "The agent is gone, and has let go of it with the connection", e);
            }
        }
    }
}
