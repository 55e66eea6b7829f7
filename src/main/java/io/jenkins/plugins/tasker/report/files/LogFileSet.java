package io.jenkins.plugins.tasker.report.files;

import io.jenkins.plugins.tasker.journal.PrivateFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of one run in the log directory (rule 16.5). Log, copy of the task file and journal share a base name, which is
 * unique in the directory.
 */
public record LogFileSet(Path directory, String name) {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss");
    private static final String LOG = ".log";
    private static final int LONGEST_STEM = 50;

    /**
     * Creates the directory if needed, and the log file, which reserves the base name.
     *
     * @throws IOException if directory or file cannot be created; the message contains the directory and the reason
     */
    public static LogFileSet create(Path directory, String taskFile, LocalDateTime now) throws IOException {
        return create(directory, taskFile, now, Files::createFile);
    }

    /** Creates the log file as a {@link PrivateFile}; otherwise as {@link #create}. */
    public static LogFileSet createPrivate(Path directory, String taskFile, LocalDateTime now) throws IOException {
        return create(directory, taskFile, now, PrivateFile::create);
    }

    private interface Creation {

        void create(Path file) throws IOException;
    }

    private static LogFileSet create(Path directory, String taskFile, LocalDateTime now, Creation creation)
            throws IOException {
        try {
            Files.createDirectories(directory);
            String name = stem(taskFile) + "_" + TIMESTAMP.format(now);
            for (int number = 1; ; number++) {
                LogFileSet files = new LogFileSet(directory, number == 1 ? name : name + "_" + number);
                try {
                    creation.create(files.log());
                    return files;
                } catch (FileAlreadyExistsException e) {
                    // Another run of the same second has this name; try the next number.
                }
            }
        } catch (FileAlreadyExistsException e) {
            throw failed(directory, "a file has this name");
        } catch (AccessDeniedException e) {
            throw failed(directory, "permission denied");
        } catch (IOException e) {
            throw failed(directory, e.getMessage());
        }
    }

    /** Finds the files of an interrupted run by its log, in a directory that contains the files of one run. */
    public static Optional<LogFileSet> find(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(LOG))
                    .findFirst()
                    .map(name -> new LogFileSet(directory, name.substring(0, name.length() - LOG.length())));
        }
    }

    private static IOException failed(Path directory, String reason) {
        return new IOException("log directory " + directory + " cannot be used: " + reason);
    }

    public Path log() {
        return directory.resolve(logName());
    }

    public String logName() {
        return name + LOG;
    }

    public Path taskFileCopy() {
        return directory.resolve(name + ".txt");
    }

    public Path journal() {
        return directory.resolve(name + ".journal");
    }

    /** Returns the summary file of a project; each of its runs appends a row. */
    public static Path summary(Path directory, String project) {
        return directory.resolve(summaryName(project));
    }

    public static String summaryName(String project) {
        return "project_" + harmless(project) + "_summary.log";
    }

    /** Returns the base name without its last extension, in safe characters (rule 16.6). */
    private static String stem(String taskFile) {
        int dot = taskFile.lastIndexOf('.');
        return harmless(dot < 0 ? taskFile : taskFile.substring(0, dot));
    }

    /** Converts a name to at most 50 characters that are safe in file names (rule 16.6). */
    public static String harmless(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "_");
        String cut = safe.substring(0, Math.min(safe.length(), LONGEST_STEM));
        return cut.isEmpty() ? "task" : cut;
    }
}
