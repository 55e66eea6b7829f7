package io.jenkins.plugins.tasker.agent;

import hudson.AbortException;
import hudson.FilePath;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.tasker.taskfile.TaskFileReader;
import io.jenkins.plugins.tasker.taskfile.UnreadableTaskFileException;
import java.io.File;
import java.io.IOException;
import jenkins.agents.ControllerToAgentFileCallable;

/** Reads a task file on the machine of the workspace. */
public record ReadTaskFile(String name) implements ControllerToAgentFileCallable<SentTaskFile> {

    /**
     * Reads a task file.
     *
     * @param name relative to the workspace
     * @throws AbortException if the file cannot be read; the message contains the reason
     */
    public static TaskFileReader.Content from(FilePath workspace, String name)
            throws IOException, InterruptedException {
        try {
            return TaskFileReader.content(
                    name, workspace.act(new ReadTaskFile(name)).bytes());
        } catch (UnreadableTaskFileException e) {
            throw new AbortException(e.getMessage());
        }
    }

    @Override
    public SentTaskFile invoke(File workspace, VirtualChannel controller) {
        try {
            return new SentTaskFile(WorkspaceFile.read(workspace.toPath(), name), 0, "");
        } catch (UnreadableTaskFileException e) {
            return new SentTaskFile(new byte[0], e.exitCode(), e.getMessage());
        }
    }
}
