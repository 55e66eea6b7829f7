package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.taskfile.TaskFileReader;
import io.jenkins.plugins.tasker.taskfile.UnreadableTaskFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A task file of the workspace, named by whoever configured the job. Only files within the workspace are read: the agent
 * has others that the job's author must not see, and links are followed only as far as they stay inside.
 */
public final class WorkspaceFile {

    private static final int UNREADABLE = 31;

    private WorkspaceFile() {}

    /** @param workspace the directory that a relative name starts from */
    static byte[] read(Path workspace, String name) throws UnreadableTaskFileException {
        return TaskFileReader.bytes(inside(workspace, resolve(workspace, name), name));
    }

    /** Refuses a name that cannot be one of a file in any workspace. */
    public static void check(String name) throws UnreadableTaskFileException {
        resolve(Path.of(""), name);
    }

    private static Path resolve(Path workspace, String name) throws UnreadableTaskFileException {
        if (name.isBlank()) {
            throw refused("no task file is named; set 'file' to a file of the workspace, such as deploy.txt");
        }
        try {
            Path file = Path.of(name).normalize();
            if (file.isAbsolute()) {
                throw refused("'" + name + "' is an absolute path; name the file relative to the workspace");
            }
            if (file.startsWith("..")) {
                throw refused("'" + name + "' leads out of the workspace; put the task file into it");
            }
            return workspace.resolve(file);
        } catch (InvalidPathException e) {
            throw refused("'" + name + "' is not a file name: " + e.getReason());
        }
    }

    private static Path inside(Path workspace, Path path, String name) throws UnreadableTaskFileException {
        Path real;
        try {
            real = path.toRealPath();
            if (real.startsWith(workspace.toRealPath())) {
                return ordinary(real, name);
            }
        } catch (IOException e) {
            // reading it will tell what is wrong
            return path;
        }
        throw refused("'" + name + "' is, or is reached through, a link that leads out of the workspace;"
                + " copy the task file into it");
    }

    /** Reading a pipe would wait for whoever writes to it, and a device may never end. */
    private static Path ordinary(Path file, String name) throws UnreadableTaskFileException {
        if (Files.isRegularFile(file) || Files.isDirectory(file)) {
            return file;
        }
        throw refused("'" + name + "' is a pipe or a device; write the task file as an ordinary file");
    }

    private static UnreadableTaskFileException refused(String reason) {
        return new UnreadableTaskFileException(UNREADABLE, reason);
    }
}
