package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.taskfile.TaskFileReader;
import io.jenkins.plugins.tasker.taskfile.UnreadableTaskFileException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A task file of the workspace, named by whoever configured the job. Only files within the workspace are read: the agent
 * has others that the job's author must not see, and links are followed only as far as they stay inside.
 */
final class WorkspaceFile {

    private static final int UNREADABLE = 31;

    private WorkspaceFile() {}

    /** @param workspace the directory that a relative name starts from */
    static byte[] read(Path workspace, String name) throws UnreadableTaskFileException {
        return TaskFileReader.bytes(resolve(workspace, name));
    }

    private static Path resolve(Path workspace, String name) throws UnreadableTaskFileException {
        if (name.isBlank()) {
            throw refused("no task file is named; set 'file' to a file of the workspace, such as deploy.txt");
        }
        try {
            Path file = Path.of(name);
            if (file.isAbsolute()) {
                throw refused("'" + name + "' is an absolute path; name the file relative to the workspace");
            }
            Path path = workspace.resolve(file).normalize();
            if (!path.startsWith(workspace.normalize())) {
                throw refused("'" + name + "' leads out of the workspace; put the task file into it");
            }
            return inside(workspace, path, name);
        } catch (InvalidPathException e) {
            throw refused("'" + name + "' is not a file name: " + e.getReason());
        }
    }

    private static Path inside(Path workspace, Path path, String name) throws UnreadableTaskFileException {
        Path real;
        try {
            real = path.toRealPath();
            if (real.startsWith(workspace.toRealPath())) {
                return real;
            }
        } catch (IOException e) {
            // reading it will tell what is wrong
            return path;
        }
        throw refused("'" + name + "' is, or is reached through, a link that leads out of the workspace;"
                + " copy the task file into it");
    }

    private static UnreadableTaskFileException refused(String reason) {
        return new UnreadableTaskFileException(UNREADABLE, reason);
    }
}
