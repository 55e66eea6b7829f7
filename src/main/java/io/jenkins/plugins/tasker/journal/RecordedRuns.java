package io.jenkins.plugins.tasker.journal;

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

/** The records in a log directory (rule 16.5). */
public final class RecordedRuns {

    private final Path logDirectory;

    public RecordedRuns(Path logDirectory) {
        this.logDirectory = logDirectory;
    }

    /**
     * All records, the one that was written to last first; none if there is no such directory.
     *
     * @throws IOException if the directory cannot be read
     */
    public List<Path> newestFirst() throws IOException {
        // The times are read once: a run that goes on would change the order while it is being sorted.
        Map<Path, FileTime> times = new HashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(logDirectory, "*" + Journal.SUFFIX)) {
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
     * Finds the record that a user names (rule 15.9).
     *
     * @param run a path, or the name of a record in the log directory with or without {@value Journal#SUFFIX}
     * @throws NoSuchFileException if there is none (exit code 30); the message says where it was looked for
     */
    public Path find(String run) throws NoSuchFileException {
        try {
            List<Path> candidates = List.of(
                    Path.of(run),
                    Path.of(run + Journal.SUFFIX),
                    logDirectory.resolve(run),
                    logDirectory.resolve(run + Journal.SUFFIX));
            Optional<Path> found = run.isEmpty()
                    ? Optional.empty()
                    : candidates.stream()
                            .filter(Files::isRegularFile)
                            .findFirst()
                            // What is there but is no file is told by whoever tries to read it.
                            .or(() -> candidates.stream().filter(Files::exists).findFirst());
            if (found.isPresent()) {
                return found.get();
            }
        } catch (InvalidPathException e) {
            // Then nothing has this name.
        }
        throw new NoSuchFileException(
                run, null, "there is no such record, neither as a path nor by name in " + logDirectory);
    }

    /** The name by which a record can be found in its log directory. */
    public static String name(Path record) {
        String file = record.getFileName().toString();
        return file.endsWith(Journal.SUFFIX) ? file.substring(0, file.length() - Journal.SUFFIX.length()) : file;
    }
}
