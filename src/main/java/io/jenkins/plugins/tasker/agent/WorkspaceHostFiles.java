package io.jenkins.plugins.tasker.agent;

import hudson.FilePath;
import io.jenkins.plugins.tasker.hosts.HostFiles;
import io.jenkins.plugins.tasker.hosts.UnreadableHostFileException;
import java.io.IOException;

/** Reads files of hosts in the workspace of a build, on the machine of the workspace. */
public final class WorkspaceHostFiles implements HostFiles {

    private final FilePath workspace;

    public WorkspaceHostFiles(FilePath workspace) {
        this.workspace = workspace;
    }

    @Override
    public String read(String path) throws UnreadableHostFileException {
        try {
            return workspace.act(new ReadHostFile(path)).text();
        } catch (IOException e) {
            throw unreachable();
        } catch (InterruptedException e) {
            // the caller's next blocking call ends
            Thread.currentThread().interrupt();
            throw unreachable();
        }
    }

    private static UnreadableHostFileException unreachable() {
        return new UnreadableHostFileException("its agent cannot be reached", "run again when the agent is online");
    }
}
