package io.jenkins.plugins.tasker.journal;

import io.jenkins.plugins.tasker.engine.RunEvent;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the journals in a log directory (rule 16.5). */
public final class RecordedRuns {

    /** The end of the name of a journal. */
    public static final String SUFFIX = ".journal";

    /** Names the newest journal instead of a file. */
    public static final String LATEST = "latest";

    private final Path logDirectory;

    public RecordedRuns(Path logDirectory) {
        this.logDirectory = logDirectory;
    }

    /**
     * Returns all journals, the most recently written first; none if the directory does not exist.
     *
     * @throws IOException if the directory cannot be read
     */
    public List<Path> newestFirst() throws IOException {
        // Read once, because a running run changes its time, and so the order, during the sort.
        Map<Path, FileTime> times = new HashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(logDirectory, "*" + SUFFIX)) {
            for (Path file : files) {
                if (Files.isRegularFile(file)) {
                    times.put(file, Files.getLastModifiedTime(file));
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        }
        List<Path> newestFirst = new ArrayList<>(times.keySet());
        newestFirst.sort(Comparator.<Path, FileTime>comparing(times::get)
                .thenComparing(Comparator.naturalOrder())
                .reversed());
        return newestFirst;
    }

    /**
     * Finds the journal that a user names (rule 15.9).
     *
     * @param run a path, or the name of a journal in the log directory, with or without {@value Journal#SUFFIX}
     * @throws NoSuchFileException if it does not exist (exit code 30); the message names the searched places
     */
    public Path find(String run) throws NoSuchFileException {
        try {
            List<Path> candidates = List.of(
                    Path.of(run), Path.of(run + SUFFIX), logDirectory.resolve(run), logDirectory.resolve(run + SUFFIX));
            Optional<Path> found = run.isEmpty()
                    ? Optional.empty()
                    : candidates.stream()
                            .filter(Files::isRegularFile)
                            .findFirst()
                            // A directory is returned too; reading it fails with a clear message.
                            .or(() -> candidates.stream().filter(Files::exists).findFirst());
            if (found.isPresent()) {
                return found.get();
            }
        } catch (InvalidPathException e) {
            // No file can have this name.
        }
        throw new NoSuchFileException(
                run, null, "this journal exists neither as a path nor by name in " + logDirectory);
    }

    /**
     * Finds the newest journal (rule 15.10).
     *
     * @param taskFile base name of the task file whose runs count; empty for any
     * @throws NoSuchFileException if there is none
     * @throws IOException if the directory cannot be read
     */
    public Path latest(Optional<String> taskFile) throws IOException {
        for (Path journal : newestFirst()) {
            if (taskFile.isEmpty() || taskFile.equals(fileName(journal))) {
                return journal;
            }
        }
        throw new NoSuchFileException(
                LATEST,
                null,
                logDirectory + " has no journal"
                        + taskFile.map(name -> " of " + name).orElse(""));
    }

    private static Optional<String> fileName(Path journal) {
        try {
            return RunOutline.read(journal).started().map(RunEvent.RunStarted::fileName);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Returns the name by which {@link #find} finds a journal in its log directory. */
    public static String name(Path record) {
        String file = record.getFileName().toString();
        return file.endsWith(SUFFIX) ? file.substring(0, file.length() - SUFFIX.length()) : file;
    }
}
