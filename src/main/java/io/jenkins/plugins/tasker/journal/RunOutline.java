package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.RunEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the beginning and the end of a record only: a list of runs must not read megabytes for each line. */
public final class RunOutline {

    /** Longer than any last event; what is in front of it was cut somewhere. */
    private static final int TAIL = 16_384;

    private RunOutline() {}

    /**
     * The record without its tasks if the run has ended; else all of it, since then the question is how far it came.
     *
     * @throws IOException as {@link Journal#read}
     */
    public static RunRecord read(Path file) throws IOException {
        Optional<RunEvent> started = first(file);
        Optional<RunEvent> ended = last(file);
        if (started.isPresent() && ended.isPresent()) {
            return RunRecord.of(List.of(started.get(), ended.get()));
        }
        return RunRecord.of(Journal.read(file).events());
    }

    private static Optional<RunEvent> first(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            JournalLines lines = new JournalLines(in);
            byte[] header = lines.next();
            int version = header == null ? -1 : JournalHeader.version(header);
            boolean known = version > 0 && version <= JournalHeader.VERSION;
            return known ? event(lines.next()).filter(RunEvent.RunStarted.class::isInstance) : Optional.empty();
        } catch (IOException e) {
            // The whole reading tells what is wrong.
            return Optional.empty();
        }
    }

    private static Optional<RunEvent> last(Path file) {
        try (RandomAccessFile journal = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL, journal.length())];
            journal.seek(journal.length() - tail.length);
            journal.readFully(tail);
            int end = tail.length - 1;
            if (end < 0 || tail[end] != '\n') {
                return Optional.empty();
            }
            int start = end;
            while (start > 0 && tail[start - 1] != '\n') {
                start--;
            }
            return event(Arrays.copyOfRange(tail, start, end)).filter(RunEvent.RunEnded.class::isInstance);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<RunEvent> event(byte[] line) {
        try {
            return line == null ? Optional.empty() : Optional.of(EventCodec.decode(line));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
