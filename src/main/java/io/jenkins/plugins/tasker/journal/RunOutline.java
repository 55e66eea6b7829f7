package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.RunEvent;
import io.jenkins.plugins.tasker.engine.TaskKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads only the beginning and the end of a journal, so that a list of runs does not read megabytes for each line. */
public final class RunOutline {

    /** Usually contains the last task. */
    private static final int SHORTEST_TAIL = 16_384;

    private static final int LONGEST_TAIL = 1 << 20;

    private RunOutline() {}

    /**
     * Reads the outline of a run. The record contains the last executed task only.
     *
     * @throws IOException as {@link JournalReader}
     */
    public static RunRecord read(Path file) throws IOException {
        Optional<RunEvent> started = first(file);
        for (int size = SHORTEST_TAIL; started.isPresent() && size <= LONGEST_TAIL; size *= 8) {
            List<RunEvent> tail = tail(file, size);
            if (tail.isEmpty() || !(tail.get(tail.size() - 1) instanceof RunEvent.RunEnded ended)) {
                break;
            }
            Optional<TaskKey> last = ended.lastTask().map(TaskKey::firstAttempt);
            List<RunEvent> events = new ArrayList<>();
            events.add(started.get());
            tail.stream()
                    .filter(event ->
                            last.isPresent() && TaskEvents.execution(event).equals(last))
                    .forEach(events::add);
            events.add(ended);
            if (last.isEmpty() || events.stream().anyMatch(TaskEvents::startsExecution)) {
                return RunRecord.of(events);
            }
        }
        return lastTaskOf(RecordedRunFile.followed(file).read());
    }

    private static RunRecord lastTaskOf(RunRecord run) {
        List<TaskExecution> tasks = run.lastTask()
                .map(List::of)
                .orElseGet(() -> run.tasks()
                        .subList(
                                Math.max(0, run.tasks().size() - 1), run.tasks().size()));
        return new RunRecord(
                run.started(),
                List.of(),
                List.copyOf(tasks),
                EarlierExecutions.NONE,
                FlowHistory.NONE,
                Map.of(),
                Map.of(),
                RecordedNotes.NONE,
                run.events(),
                run.ended(),
                run.intact());
    }

    private static Optional<RunEvent> first(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            JournalLines lines = new JournalLines(in);
            byte[] header = lines.next();
            int version = header == null ? -1 : JournalHeader.version(header);
            boolean known = version > 0 && version <= JournalHeader.VERSION;
            return known ? event(lines.next()).filter(RunEvent.RunStarted.class::isInstance) : Optional.empty();
        } catch (IOException e) {
            // Reading the whole file reports the fault.
            return Optional.empty();
        }
    }

    /** Returns the events of the complete lines at the end of the file; none if the last line is incomplete. */
    private static List<RunEvent> tail(Path file, int size) {
        try (RandomAccessFile journal = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(size, journal.length())];
            journal.seek(journal.length() - tail.length);
            journal.readFully(tail);
            if (tail.length == 0 || tail[tail.length - 1] != '\n') {
                return List.of();
            }
            List<RunEvent> events = new ArrayList<>();
            JournalLines lines = new JournalLines(new ByteArrayInputStream(tail));
            // The first line is the header, or the end of an event.
            lines.next();
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                event(line).ifPresent(events::add);
            }
            return events;
        } catch (IOException e) {
            return List.of();
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
