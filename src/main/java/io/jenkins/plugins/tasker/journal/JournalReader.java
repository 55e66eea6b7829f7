package io.jenkins.plugins.tasker.journal;

import com.fasterxml.jackson.core.JacksonException;
import io.jenkins.plugins.tasker.engine.RunEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Reads the events of a journal one after another, so that its size does not matter. The journal may be written at the same
 * time. Used on one thread.
 */
public final class JournalReader implements AutoCloseable {

    /**
     * A place between two lines.
     *
     * @param offset in bytes
     * @param line the number of lines before it
     */
    record Position(long offset, long line) {

        static final Position START = new Position(0, 0);
    }

    private final Path file;
    private final InputStream in;
    private final JournalLines lines;
    private Position position;
    private boolean torn;

    private JournalReader(Path file, InputStream in, Position position) {
        this.file = file;
        this.in = in;
        this.position = position;
        this.lines = new JournalLines(in);
    }

    /**
     * Opens a journal at its first event.
     *
     * @throws NoSuchFileException if the file does not exist
     * @throws UnreadableJournalException if the file cannot be read, is not a journal, or has a newer version
     */
    public static JournalReader open(Path file) throws IOException {
        return open(file, Position.START);
    }

    /**
     * Opens a journal at a place that {@link #position} returned.
     *
     * @throws IOException as {@link #open(Path)}
     */
    static JournalReader open(Path file, Position from) throws IOException {
        SeekableByteChannel channel = null;
        try {
            channel = Files.newByteChannel(file);
            channel.position(from.offset());
            JournalReader reader = new JournalReader(file, Channels.newInputStream(channel), from);
            if (from.equals(Position.START)) {
                reader.readHeader();
            }
            return reader;
        } catch (IOException e) {
            if (channel != null) {
                channel.close();
            }
            throw e instanceof NoSuchFileException || e instanceof UnreadableJournalException
                    ? e
                    : new UnreadableJournalException(file, e);
        }
    }

    /**
     * Passes all events of a journal on.
     *
     * @throws IOException as {@link #open(Path)} and {@link #next}
     */
    public static void forEach(Path file, Consumer<RunEvent> listener) throws IOException {
        try (JournalReader reader = open(file)) {
            for (RunEvent event = reader.next(); event != null; event = reader.next()) {
                listener.accept(event);
            }
        }
    }

    /** Reads the header; the journal is torn if the writer died before the header was complete. */
    private void readHeader() throws IOException {
        byte[] line = lines.next();
        if (line == null || (!lines.isLastComplete() && JournalHeader.isStart(line))) {
            torn = true;
            return;
        }
        int version = JournalHeader.version(line);
        if (version < 0) {
            throw new UnreadableJournalException(
                    file, "line 1: this is not the journal of a run; journals end with " + RecordedRuns.SUFFIX);
        }
        if (version > JournalHeader.VERSION) {
            throw new UnreadableJournalException(
                    file,
                    "line 1: the journal has format version " + version + ", but this Tasker reads versions up to "
                            + JournalHeader.VERSION + "; use the Tasker that wrote it, or a newer one");
        }
        advance(line);
    }

    /**
     * Returns the next event; null at the end of the journal, and if its last line is incomplete ({@link #isTorn}).
     *
     * @throws UnreadableJournalException if the file cannot be read, or a line before its last one is damaged
     */
    public RunEvent next() throws IOException {
        if (torn) {
            return null;
        }
        try {
            return read();
        } catch (UnreadableJournalException e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableJournalException(file, e);
        }
    }

    private RunEvent read() throws IOException {
        byte[] line = lines.next();
        if (line != null && line.length == 0 && lines.isLastComplete() && lines.number() == 1) {
            // The line end of an event that was read before its line end was written.
            position = new Position(position.offset() + 1, position.line());
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        try {
            RunEvent event = EventCodec.decode(line);
            advance(line);
            return event;
        } catch (IOException e) {
            if (!lines.isLastComplete()) {
                torn = true;
                return null;
            }
            throw damaged(position.line() + 1, e);
        }
    }

    private void advance(byte[] line) {
        int lineEnd = lines.isLastComplete() ? 1 : 0;
        position = new Position(position.offset() + line.length + lineEnd, position.line() + 1);
    }

    private UnreadableJournalException damaged(long line, IOException e) {
        String reason = e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage();
        return new UnreadableJournalException(
                file,
                "line " + line + ": the journal is damaged here (" + reason
                        + "); restore the file from a copy, or remove this line and all later ones");
    }

    /** Returns whether the last line is incomplete, because the writer died, is writing it, or the disk was full. */
    public boolean isTorn() {
        return torn;
    }

    /** Returns the place after the last returned event. */
    Position position() {
        return position;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
