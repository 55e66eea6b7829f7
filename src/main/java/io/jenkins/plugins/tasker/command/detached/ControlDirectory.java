package io.jenkins.plugins.tasker.command.detached;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.jenkins.plugins.tasker.command.Command;
import io.jenkins.plugins.tasker.command.RunningCommand;
import io.jenkins.plugins.tasker.command.process.CommandMark;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * The directory for the {@link ControlFiles} of one run's commands, which outlive the process that started them.
 *
 * <p>The directory records the boot of the machine in which it was created. After a crash of the machine its last entries may be
 * missing, so a command without files may have run.
 */
final class ControlDirectory {

    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    private static final String BOOT = "boot";
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path path;
    private boolean known;

    ControlDirectory(Path path) {
        this.path = path;
    }

    /**
     * Creates the directory. Only its owner can read it, because outputs can contain secrets.
     *
     * @return false if an earlier process of the same run has created it
     */
    boolean create() throws IOException {
        known = Files.exists(path.resolve(BOOT));
        Files.createDirectories(path.getParent());
        try {
            Files.createDirectory(path, OWNER_ONLY);
            Files.writeString(path.resolve(BOOT), bootId());
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** Returns when a file was last written, created or deleted. */
    Instant lastChange() throws IOException {
        Instant last = Files.getLastModifiedTime(path).toInstant();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                Instant change = Files.getLastModifiedTime(file, NOFOLLOW_LINKS).toInstant();
                last = change.isAfter(last) ? change : last;
            }
        }
        return last;
    }

    /** Whether a command of this directory still runs. */
    boolean isInUse() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                Optional<ControlFiles> command = ControlFiles.ofPidFile(file);
                if (command.isPresent()
                        && command.get().mayRun(mark(command.get().command()))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether an earlier process of the same run had created the directory, completely, before {@link #create}. */
    boolean isKnown() {
        return known;
    }

    /**
     * Returns a command that an earlier process of the same run submitted.
     *
     * @param start starts a command of which the files prove that it never started
     * @param attach finds a command that may have started
     */
    RunningCommand reattach(
            Command command,
            Function<ControlFiles, RunningCommand> start,
            Function<ControlFiles, RunningCommand> attach) {
        if (!known) {
            // the earlier control directory is lost, so the command may have run
            return RunningCommand.unknown("its control directory " + path + " no longer exists on the agent");
        }
        ControlFiles files = last(command);
        try {
            if (files.exitCode().isEmpty()) {
                if (!isOfThisBoot()) {
                    return RunningCommand.unknown("the machine was restarted in the meantime");
                }
                if (files.fence()) {
                    return start.apply(files.next());
                }
            }
            return attach.apply(files);
        } catch (IOException | RuntimeException e) {
            return RunningCommand.unknown("its control files cannot be read: " + e.getMessage());
        }
    }

    /** Whether the machine has not booted since the directory was created. */
    private boolean isOfThisBoot() throws IOException {
        return Files.readString(path.resolve(BOOT)).equals(bootId());
    }

    private static String bootId() throws IOException {
        return Files.isReadable(BOOT_ID) ? Files.readString(BOOT_ID) : "";
    }

    /** Returns the files of a command that no process has submitted before. */
    ControlFiles first(Command command) {
        return new ControlFiles(path, command.id());
    }

    /** Returns the files with which a command was started or can be started: the first ones that are not fenced. */
    ControlFiles last(Command command) {
        ControlFiles files = first(command);
        while (files.isFenced()) {
            files = files.next();
        }
        return files;
    }

    /** Returns the mark for the processes of a command; the same in every process. */
    String mark(Command command) {
        return mark(command.id());
    }

    private String mark(String command) {
        return path.getFileName() + "-" + command;
    }

    /** Returns the mark of the shell that starts the commands. */
    String shellMark() {
        return ControlFiles.shellMark(path);
    }

    /** Returns the prefix of files for a shell, which no other process uses. */
    Path newShell() {
        return path.resolve("shell-" + CommandMark.next());
    }

    /** Deletes the directory. Ignores files that cannot be deleted. */
    void delete() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, file -> !file.endsWith(BOOT))) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(path.resolve(BOOT));
            Files.deleteIfExists(path);
        } catch (IOException | DirectoryIteratorException e) {
            // another process uses or has deleted it
        }
    }
}
