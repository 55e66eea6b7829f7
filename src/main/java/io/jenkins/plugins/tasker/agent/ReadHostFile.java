package io.jenkins.plugins.tasker.agent;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.tasker.hosts.LocalHostFiles;
import io.jenkins.plugins.tasker.hosts.UnreadableHostFileException;
import java.io.File;
import jenkins.agents.ControllerToAgentFileCallable;

/** Reads a file of hosts on the machine of the workspace, and nothing outside of the workspace. */
public record ReadHostFile(String path) implements ControllerToAgentFileCallable<SentHostFile> {

    @Override
    public SentHostFile invoke(File workspace, VirtualChannel controller) {
        try {
            return SentHostFile.of(LocalHostFiles.within(workspace.toPath()).read(path));
        } catch (UnreadableHostFileException e) {
            return SentHostFile.unreadable(e);
        }
    }
}
