package io.jenkins.plugins.tasker.run;

import hudson.AbortException;
import hudson.FilePath;
import io.jenkins.plugins.tasker.agent.ReadTaskFile;
import io.jenkins.plugins.tasker.agent.WorkspaceHostFiles;
import io.jenkins.plugins.tasker.hosts.HostFiles;
import io.jenkins.plugins.tasker.hosts.HostSources;
import io.jenkins.plugins.tasker.hosts.KeptHostFiles;
import io.jenkins.plugins.tasker.taskfile.TaskFileReader;
import io.jenkins.plugins.tasker.taskfile.UnreadableTaskFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the files of a run from the workspace, on its agent. */
record WorkspaceInput(ValidatedSettings settings, FilePath workspace) {

    TaskFileReader.Content taskFile() throws IOException, InterruptedException {
        String file = settings.given().file();
        try {
            return TaskFileReader.content(
                    file, workspace.act(new ReadTaskFile(file)).bytes());
        } catch (UnreadableTaskFileException e) {
            throw new AbortException(e.getMessage());
        }
    }

    /**
     * Reads the inventory. Lists of hosts read their files later, each once.
     *
     * @param copies the directory that keeps what was read, for a run that can continue
     * @throws AbortException if the inventory cannot be used
     */
    HostSources hosts(Optional<Path> copies) throws AbortException {
        HostFiles files = new WorkspaceHostFiles(workspace);
        return settings.hosts(copies.<HostFiles>map(directory -> new KeptHostFiles(directory, files))
                .orElse(files));
    }
}
