package io.jenkins.plugins.tasker.web;

import io.jenkins.plugins.tasker.credentials.EncryptedBytes;
import io.jenkins.plugins.tasker.journal.outputs.StoredOutputs;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The directory {@code tasker/N} of a run in the directory of its build on the controller. A build may have several runs, also in parallel. */
public record RunDirectory(Path path) {

    private static final String PARENT = "tasker";

    /** Creates the directory for the first free run number, starting at 1. */
    static RunDirectory create(Path build) throws IOException {
        Files.createDirectories(build.resolve(PARENT));
        for (int number = 1; ; number++) {
            try {
                return new RunDirectory(Files.createDirectory(of(build, number).path));
            } catch (FileAlreadyExistsException e) {
                // A parallel run of this build took the number.
            }
        }
    }

    /** Returns the directory of an existing run. */
    static RunDirectory of(Path build, int number) {
        return new RunDirectory(build.resolve(PARENT).resolve(Integer.toString(number)));
    }

    /**
     * Finds the directory of an interrupted run.
     *
     * @param run the id that {@link #mark} wrote
     */
    public static Optional<RunDirectory> find(Path build, String run) throws IOException {
        return find(build, run, RunDirectory::mark);
    }

    /** Finds the directory of a run that has ended, perhaps in the moment in which Jenkins was killed or stopped. */
    public static Optional<RunDirectory> findEnded(Path build, String run) throws IOException {
        return find(build, run, RunDirectory::endedMark);
    }

    private static Optional<RunDirectory> find(Path build, String run, Function<RunDirectory, Path> mark)
            throws IOException {
        for (int number = 1; Files.exists(of(build, number).path); number++) {
            RunDirectory directory = of(build, number);
            Path marked = mark.apply(directory);
            if (Files.exists(marked) && Files.readString(marked).equals(run)) {
                return Optional.of(directory);
            }
        }
        return Optional.empty();
    }

    /** Writes the files that a continued run needs. */
    public void mark(String run, byte[] taskFile) throws IOException {
        Files.writeString(encryptedTaskFile(), EncryptedBytes.encrypt(taskFile));
        Files.writeString(mark(), run);
    }

    /** Deletes the files that a continued run needs, because the run has ended. Keeps its id, so that it never runs again. */
    public void unmark() throws IOException {
        if (Files.exists(mark())) {
            Files.move(mark(), endedMark(), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.deleteIfExists(encryptedTaskFile());
        Files.deleteIfExists(plainTaskFile());
        Files.deleteIfExists(settings());
        Files.deleteIfExists(shownOutputLog());
        outputs().deleteUnfinished();
        if (Files.exists(hostFiles())) {
            try (Stream<Path> copies = Files.list(hostFiles())) {
                for (Path copy : copies.toList()) {
                    Files.delete(copy);
                }
            }
            Files.delete(hostFiles());
        }
    }

    /** Returns the directory with copies of files of hosts, which exists while the run is not over. */
    public Path hostFiles() {
        return path.resolve("hosts");
    }

    private Path mark() {
        return path.resolve("run.id");
    }

    private Path endedMark() {
        return path.resolve("run.ended");
    }

    /**
     * Returns the bytes of the task file with its secrets, which exist until the run has ended.
     *
     * @throws IOException if they cannot be read or decrypted
     */
    public byte[] markedTaskFile() throws IOException {
        return Files.exists(plainTaskFile())
                ? Files.readAllBytes(plainTaskFile())
                : EncryptedBytes.decrypt(Files.readString(encryptedTaskFile()));
    }

    private Path encryptedTaskFile() {
        return path.resolve("task-file.encrypted");
    }

    /** Returns the file that an earlier version wrote instead. */
    private Path plainTaskFile() {
        return path.resolve("task-file.true");
    }

    /** Returns the file with the settings with which the run began, which exists while the run is not over. */
    public Path settings() {
        return path.resolve("run.settings");
    }

    /** Returns the file with the shown offsets of outputs, which exists while the run is not over. */
    public Path shownOutputLog() {
        return path.resolve("output.told");
    }

    public int number() {
        return Integer.parseInt(path.getFileName().toString());
    }

    public Path journal() {
        return path.resolve("run.journal");
    }

    /** Returns the complete outputs of commands, of which the journal holds parts only. */
    public StoredOutputs outputs() {
        return new StoredOutputs(path.resolve("outputs"));
    }

    /** Returns the copy of the task file with secrets masked. */
    public Path taskFile() {
        return path.resolve("task-file.txt");
    }
}
