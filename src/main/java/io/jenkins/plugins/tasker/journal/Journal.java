package io.jenkins.plugins.tasker.journal;

import com.fasterxml.jackson.core.JacksonException;
import io.jenkins.plugins.tasker.engine.RunEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The content of a journal file.
 *
 * @param events in the order in which they happened
 * @param torn whether the last line is incomplete and left out, because the writer died or the disk was full
 */
public record Journal(List<RunEvent> events, boolean torn) {

    public static final String SUFFIX = ".journal";

    /**
     * Reads a journal. May be called while the journal is being written.
     *
     * @throws NoSuchFileException if the file does not exist
     * @throws UnreadableJournalException if the file cannot be read, is not a journal, has a newer version, or is damaged
     *     before its last line
     */
    public static Journal read(Path file) throws IOException {
        List<RunEvent> events = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            JournalLines lines = new JournalLines(in);
            if (!readHeader(file, lines)) {
                return new Journal(List.of(), true);
            }
            byte[] line;
            while ((line = lines.next()) != null) {
                try {
                    events.add(EventCodec.decode(line));
                } catch (IOException e) {
                    if (!lines.isLastComplete()) {
                        return new Journal(List.copyOf(events), true);
                    }
                    throw damaged(file, lines.number(), e);
                }
            }
        } catch (NoSuchFileException | UnreadableJournalException e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableJournalException(file, e);
        }
        return new Journal(List.copyOf(events), false);
    }

    /** Reads the header; returns false if the writer died before the header was complete. */
    private static boolean readHeader(Path file, JournalLines lines) throws IOException {
        byte[] line = lines.next();
        if (line == null || (!lines.isLastComplete() && JournalHeader.isStart(line))) {
            return false;
        }
        int version = JournalHeader.version(line);
        if (version < 0) {
            throw new UnreadableJournalException(
                    file, "line 1: this is not the journal of a run; journals end with " + SUFFIX);
        }
        if (version > JournalHeader.VERSION) {
            throw new UnreadableJournalException(
                    file,
                    "line 1: the journal has format version " + version + ", but this Tasker reads versions up to "
                            + JournalHeader.VERSION + "; use the Tasker that wrote it, or a newer one");
        }
        return true;
    }

    private static UnreadableJournalException damaged(Path file, long line, IOException e) {
        String reason = e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage();
        return new UnreadableJournalException(
                file,
                "line " + line + ": the journal is damaged here (" + reason
                        + "); restore the file from a copy, or remove this line and all later ones");
    }
}
