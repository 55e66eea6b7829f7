package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.engine.ExitCodes;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * The files of one run in the log directory (rule 16.5): log, copy of the task file and record share a name that no other
 * run has.
 */
record RunFiles(Path directory, String name) {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss");
    private static final int LONGEST_STEM = 50;

    /** Creates the directory if needed, and the log file in any case; that file reserves the name. */
    static RunFiles create(Path directory, Path taskFile, LocalDateTime now) throws StartException {
        try {
            Files.createDirectories(directory);
            String name = stem(taskFile) + "_" + TIMESTAMP.format(now);
            for (int number = 1; ; number++) {
                RunFiles files = new RunFiles(directory, number == 1 ? name : name + "_" + number);
                try {
                    Files.createFile(files.log());
                    return files;
                } catch (FileAlreadyExistsException e) {
                    // Another run of the same second; the next number is free.
                }
            }
        } catch (FileAlreadyExistsException e) {
            throw failed(directory, "a file of that name is in the way");
        } catch (AccessDeniedException e) {
            throw failed(directory, "permission denied");
        } catch (IOException e) {
            throw failed(directory, e.getMessage());
        }
    }

    private static StartException failed(Path directory, String reason) {
        return new StartException(
                ExitCodes.NO_LOG_DIRECTORY,
                "log directory " + directory + " cannot be used: " + reason
                        + "; choose another one with -l or TASK_EXECUTOR_LOG");
    }

    Path log() {
        return directory.resolve(name + ".log");
    }

    Path taskFileCopy() {
        return directory.resolve(name + ".txt");
    }

    Path journal() {
        return directory.resolve(name + ".journal");
    }

    /** The base name without its last extension, made harmless (rule 16.6). */
    static String stem(Path taskFile) {
        String name = baseName(taskFile);
        int dot = name.lastIndexOf('.');
        return harmless(dot < 0 ? name : name.substring(0, dot));
    }

    /** Empty for the root directory, which has no name. */
    static String baseName(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    static String harmless(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "_");
        String cut = safe.substring(0, Math.min(safe.length(), LONGEST_STEM));
        return cut.isEmpty() ? "task" : cut;
    }
}
