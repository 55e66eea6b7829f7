package io.jenkins.plugins.tasker.report.files;

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
 * The files of one run in the log directory (rule 16.5): log, copy of the task file and record share a name that no other
 * run has.
 */
public record LogFileSet(Path directory, String name) {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss");
    private static final String LOG = ".log";
    private static final int LONGEST_STEM = 50;

    /**
     * Creates the directory if needed, and the log file in any case; that file reserves the name.
     *
     * @throws IOException with a message that names the directory and what is in the way
     */
    public static LogFileSet create(Path directory, String taskFile, LocalDateTime now) throws IOException {
        try {
            Files.createDirectories(directory);
            String name = stem(taskFile) + "_" + TIMESTAMP.format(now);
            for (int number = 1; ; number++) {
                LogFileSet files = new LogFileSet(directory, number == 1 ? name : name + "_" + number);
                try {
                    Files.createFile(files.log());
                    return files;
                } catch (FileAlreadyExistsException e) {
                    // Another run of the same second; the next number is free.
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

    /** The files of a run that was cut off, by its log; the directory is that run's alone. */
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

    /** The summary of a project, to which each of its runs adds a row. */
    public static Path summary(Path directory, String project) {
        return directory.resolve(summaryName(project));
    }

    public static String summaryName(String project) {
        return "project_" + harmless(project) + "_summary.log";
    }

    /** The base name without its last extension, made harmless (rule 16.6). */
    private static String stem(String taskFile) {
        int dot = taskFile.lastIndexOf('.');
        return harmless(dot < 0 ? taskFile : taskFile.substring(0, dot));
    }

    /** A name as it can be part of a file name anywhere (rule 16.6). */
    public static String harmless(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "_");
        String cut = safe.substring(0, Math.min(safe.length(), LONGEST_STEM));
        return cut.isEmpty() ? "task" : cut;
    }
}
