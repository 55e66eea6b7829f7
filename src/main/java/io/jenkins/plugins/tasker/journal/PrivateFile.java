package io.jenkins.plugins.tasker.journal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Creates files that other users of the machine cannot read (rule 16.4). */
public final class PrivateFile {

    private static final int SETGID = 02000;

    private PrivateFile() {}

    /**
     * Creates an empty file with mode 0600, or 0640 in a directory with the setgid bit, whose group shares its files. Where
     * the system has no such modes, its defaults apply.
     *
     * @throws FileAlreadyExistsException if the file exists
     */
    public static void create(Path file) throws IOException {
        Set<String> views = file.getFileSystem().supportedFileAttributeViews();
        if (!views.contains("posix")) {
            Files.createFile(file);
            return;
        }
        boolean shared =
                views.contains("unix") && isShared(file.toAbsolutePath().getParent());
        Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(shared ? "rw-r-----" : "rw-------");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(permissions));
        if (shared) {
            // the umask may have removed the permission of the group
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    private static boolean isShared(Path directory) throws IOException {
        return ((int) Files.getAttribute(directory, "unix:mode") & SETGID) != 0;
    }
}
