package io.jenkins.plugins.tasker.command.detached;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.jenkins.plugins.tasker.command.Command;
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

/**
 * Where the commands of one run leave what must outlive the process that started them: {@link ControlFiles}. It says for which
 * life of the machine it was made: after a crash of the machine the last entries may be missing, so what is not there then
 * may nevertheless have been.
 */
final class ControlDirectory {

    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    private static final String BOOT = "boot";
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path path;

    ControlDirectory(Path path) {
        this.path = path;
    }

    /**
     * Makes the directory; nobody else may look into it, because outputs can hold secrets.
     *
     * @return false if an earlier process of the same run has made it
     */
    boolean create() throws IOException {
        Files.createDirectories(path.getParent());
        try {
            Files.createDirectory(path, OWNER_ONLY);
            Files.writeString(path.resolve(BOOT), bootId());
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** When a file of it was last written, made or removed. */
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

    /** Whether a command that was started here still runs. */
    boolean isInUse() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                Optional<ControlFiles> command = ControlFiles.startedBy(file);
                if (command.isPresent()
                        && command.get().process(mark(command.get().command())).isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean exists() {
        return Files.exists(path.resolve(BOOT));
    }

    /** Whether the machine still lives the life in which the directory was made. */
    boolean isOfThisBoot() throws IOException {
        return Files.readString(path.resolve(BOOT)).equals(bootId());
    }

    private static String bootId() throws IOException {
        return Files.isReadable(BOOT_ID) ? Files.readString(BOOT_ID) : "";
    }

    /** The files of a command that nobody has ordered before. */
    ControlFiles first(Command command) {
        return new ControlFiles(path, command.id());
    }

    /** The files of a command where it was started, or may still be by whoever has fenced off all before. */
    ControlFiles last(Command command) {
        ControlFiles files = first(command);
        while (files.isFenced()) {
            files = files.next();
        }
        return files;
    }

    /** The mark of the processes of a command, the same for whoever takes it up again. */
    String mark(Command command) {
        return mark(command.id());
    }

    private String mark(String command) {
        return path.getFileName() + "-" + command;
    }

    /** Removes everything; what cannot be removed stays. */
    void delete() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, file -> !file.endsWith(BOOT))) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(path.resolve(BOOT));
            Files.deleteIfExists(path);
        } catch (IOException | DirectoryIteratorException e) {
            // somebody else uses it, or it is gone already
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
