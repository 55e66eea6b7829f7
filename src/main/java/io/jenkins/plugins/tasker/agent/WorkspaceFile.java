package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.taskfile.TaskFileReader;
import io.jenkins.plugins.tasker.taskfile.UnreadableTaskFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Reads task files of a workspace. Refuses names and links that point outside the workspace, because the author of a job
 * must not read other files of the agent.
 */
public final class WorkspaceFile {

    private static final int UNREADABLE = 31;

    private WorkspaceFile() {}

    /**
     * Reads a task file.
     *
     * @param name relative to the workspace
     */
    static byte[] read(Path workspace, String name) throws UnreadableTaskFileException {
        return TaskFileReader.bytes(inside(workspace, resolve(workspace, name), name));
    }

    /** Rejects a name that no file of a workspace can have. */
    public static void check(String name) throws UnreadableTaskFileException {
        resolve(Path.of(""), name);
    }

    private static Path resolve(Path workspace, String name) throws UnreadableTaskFileException {
        if (name.isBlank()) {
            throw refused("no task file is named; set 'file' to a file of the workspace, for example deploy.txt");
        }
        try {
            Path file = Path.of(name).normalize();
            if (file.isAbsolute()) {
                throw refused("'" + name + "' is an absolute path; name the file relative to the workspace");
            }
            if (file.startsWith("..")) {
                throw refused("'" + name + "' points outside the workspace; put the file into it");
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
            // reading the file fails with the reason
            return path;
        }
        throw refused("'" + name + "' is, or is reached through, a link that points outside the workspace;"
                + " copy the task file into it");
    }

    /** Reading a pipe can block for ever, and a device may have no end. */
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
