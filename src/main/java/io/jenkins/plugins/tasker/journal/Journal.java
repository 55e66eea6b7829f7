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
 * What a journal file holds.
 *
 * @param events in the order in which they happened
 * @param torn whether the last line was cut, because the writer died or the disk was full, and was left out
 */
public record Journal(List<RunEvent> events, boolean torn) {

    public static final String SUFFIX = ".journal";

    /**
     * Reads a journal, also one that is being written.
     *
     * @throws NoSuchFileException if there is no such file
     * @throws UnreadableJournalException if it cannot be read, is no journal, is of a newer version, or is damaged
     *     elsewhere than at its end
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

    /** Whether the header is there; it is not if the writer died before it was complete. */
    private static boolean readHeader(Path file, JournalLines lines) throws IOException {
        byte[] line = lines.next();
        if (line == null || (!lines.isLastComplete() && JournalHeader.isStart(line))) {
            return false;
        }
        int version = JournalHeader.version(line);
        if (version < 0) {
            throw new UnreadableJournalException(
                    file, "line 1: this is not the record of a run; records end with " + SUFFIX);
        }
        if (version > JournalHeader.VERSION) {
            throw new UnreadableJournalException(
                    file,
                    "line 1: the record has format version " + version + ", but this Tasker reads versions up to "
                            + JournalHeader.VERSION + "; use the Tasker that wrote it, or a newer one");
        }
        return true;
    }

    private static UnreadableJournalException damaged(Path file, long line, IOException e) {
        String reason = e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage();
        return new UnreadableJournalException(
                file,
                "line " + line + ": the record is damaged here (" + reason
                        + "); restore the file from a copy, or cut it off before this line to use what stands above");
    }
}
