package io.jenkins.plugins.tasker.hosts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files of hosts on this machine. */
public final class LocalHostFiles implements HostFiles {

    private final Path directory;
    private final boolean confined;

    private LocalHostFiles(Path directory, boolean confined) {
        this.directory = directory;
        this.confined = confined;
    }

    /** Returns files whose relative paths start at a directory, for a user who may read them anyway. */
    public static LocalHostFiles in(Path directory) {
        return new LocalHostFiles(directory, false);
    }

    /** Returns files of a workspace: no path leaves it, through {@code ..} or links. */
    public static LocalHostFiles within(Path workspace) {
        return new LocalHostFiles(workspace, true);
    }

    @Override
    public String read(String path) throws UnreadableHostFileException {
        try {
            return HostFiles.text(bytes(file(path)));
        } catch (NoSuchFileException e) {
            throw new UnreadableHostFileException("the file does not exist", missing(path));
        } catch (AccessDeniedException e) {
            throw new UnreadableHostFileException("permission denied", "make the file readable for this user");
        } catch (IOException | InvalidPathException e) {
            throw new UnreadableHostFileException("the file cannot be read", "name a text file");
        }
    }

    private String missing(String path) {
        return Path.of(path).isAbsolute() ? "check the name" : "check the name; relative paths start at " + directory;
    }

    /** Returns the real path of the file, so that a link that changes later has no effect on the check. */
    private Path file(String path) throws IOException, UnreadableHostFileException {
        Path file = directory.resolve(path);
        if (!confined) {
            return file;
        }
        Path real = file.toRealPath();
        if (!real.startsWith(directory.toRealPath())) {
            throw new UnreadableHostFileException("the path leaves the workspace", "copy the file into the workspace");
        }
        return real;
    }

    private static byte[] bytes(Path file) throws IOException, UnreadableHostFileException {
        if (!Files.isRegularFile(file) && Files.exists(file)) {
            throw new UnreadableHostFileException("it is no regular file", "name a text file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_BYTES + 1);
        }
    }
}
