package io.jenkins.plugins.tasker.report.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Replaces report files atomically: readers see the old content or the new one. */
public final class ReportFile {

    private ReportFile() {}

    /**
     * Creates or replaces a file. Creates missing parent directories.
     *
     * @throws IOException if the file cannot be written; the message contains the file and the reason
     */
    public static void write(Path file, String content) throws IOException {
        Path target = file.toAbsolutePath().normalize();
        if (Files.isDirectory(target)) {
            throw new IOException("report " + file + " cannot be written: it is a directory");
        }
        Path part = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".part");
        try {
            Files.createDirectories(target.getParent());
        } catch (FileAlreadyExistsException e) {
            throw failed(file, e.getFile() + " is not a directory", e);
        } catch (IOException e) {
            throw failed(file, WriteFailure.reason(e), e);
        }
        try {
            Files.writeString(part, content, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            move(part, target);
        } catch (IOException e) {
            throw failed(file, WriteFailure.reason(e), e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static IOException failed(Path file, String reason, IOException cause) {
        return new IOException("report " + file + " cannot be written: " + reason, cause);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
