package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.engine.Level;
import io.jenkins.plugins.tasker.report.RunLog;
import io.jenkins.plugins.tasker.taskfile.TaskFile;
import io.jenkins.plugins.tasker.taskfile.TaskFileParser;
import io.jenkins.plugins.tasker.taskfile.TaskFileReader;
import io.jenkins.plugins.tasker.taskfile.UnreadableTaskFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The task file as it was read: once, so that what is validated, run, copied and hashed is the same. */
record TaskSource(String name, byte[] bytes, TaskFile taskFile) {

    static TaskSource read(Path file) throws StartException {
        try {
            TaskFileReader.Content content = TaskFileReader.read(file);
            return new TaskSource(file.getFileName().toString(), content.bytes(), TaskFileParser.parse(content.text()));
        } catch (UnreadableTaskFileException e) {
            throw new StartException(e.exitCode(), e.getMessage());
        }
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** A failure is only a warning (rule 16.5). */
    void copyTo(Path copy, RunLog log) {
        try {
            Files.write(copy, bytes, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            log.write(Level.WARN, "the task file could not be copied to " + copy + ": " + e.getMessage());
        }
    }
}
