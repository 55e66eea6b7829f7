package io.jenkins.plugins.tasker.journal.outputs;

import io.jenkins.plugins.tasker.command.output.OutputStreamName;
import io.jenkins.plugins.tasker.engine.TaskKey;
import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.journal.TaskAttempt;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The files with the complete outputs of a run, one for each stream of an attempt. They are UTF-8 with LF as line end, and secrets
 * are masked.
 *
 * @param directory need not exist
 */
public record StoredOutputs(Path directory) {

    /** Characters of an output that the journal holds without a gap; such an output has no file. */
    public static final int RECORDED = TaskResult.STORED_OUTPUT + TaskResult.STORED_END;

    private static final String UNFINISHED = ".part";

    /** Returns the file of one output; empty if the journal holds all of it, or if it was not stored. */
    public Optional<Path> find(TaskKey attempt, OutputStreamName stream) {
        return Optional.of(file(attempt.id(), stream)).filter(Files::isRegularFile);
    }

    /** Whether an output of a task has a file. */
    public boolean has(TaskExecution task) {
        return task.attempts().stream()
                .map(attempt -> attempt.started().task())
                .anyMatch(attempt -> Arrays.stream(OutputStreamName.values())
                        .anyMatch(stream -> find(attempt, stream).isPresent()));
    }

    /** Returns the size of the files of a task in bytes; 0 without files. */
    public long bytes(TaskExecution task) throws IOException {
        long bytes = 0;
        for (TaskAttempt attempt : task.attempts()) {
            for (OutputStreamName stream : OutputStreamName.values()) {
                Optional<Path> file = find(attempt.started().task(), stream);
                bytes += file.isPresent() ? Files.size(file.get()) : 0;
            }
        }
        return bytes;
    }

    /** Deletes files that a killed process left unfinished. */
    public void deleteUnfinished() throws IOException {
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(directory, "*" + UNFINISHED)) {
                for (Path file : unfinished) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** @param attempt {@link TaskKey#id()} */
    Path file(String attempt, OutputStreamName stream) {
        return directory.resolve(attempt + "." + stream.name().toLowerCase(Locale.ROOT));
    }

    /** Returns the name of a file while it is written. */
    static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + UNFINISHED);
    }

    /** Returns the size of all files in bytes. */
    long bytes() throws IOException {
        long bytes = 0;
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
                for (Path file : files) {
                    bytes += Files.size(file);
                }
            }
        }
        return bytes;
    }
}
