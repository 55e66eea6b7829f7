package io.jenkins.plugins.tasker.agent;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.tasker.taskfile.UnreadableTaskFileException;
import java.io.File;
import jenkins.agents.ControllerToAgentFileCallable;

/** Reads a task file on the machine of the workspace. */
public record ReadTaskFile(String name) implements ControllerToAgentFileCallable<SentTaskFile> {

    @Override
    public SentTaskFile invoke(File workspace, VirtualChannel controller) {
        try {
            return new SentTaskFile(WorkspaceFile.read(workspace.toPath(), name), 0, "");
        } catch (UnreadableTaskFileException e) {
            return new SentTaskFile(new byte[0], e.exitCode(), e.getMessage());
        }
    }
}
