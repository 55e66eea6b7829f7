package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.taskfile.UnreadableTaskFileException;
import java.io.Serializable;

/**
 * The content of a task file as the agent sends it to the controller, or the reason why it cannot be read.
 *
 * @param exitCode 0 if the agent has read the file
 * @param problem empty if the agent has read the file
 */
public record SentTaskFile(byte[] content, int exitCode, String problem) implements Serializable {

    public byte[] bytes() throws UnreadableTaskFileException {
        if (exitCode != 0) {
            throw new UnreadableTaskFileException(exitCode, problem);
        }
        return content;
    }
}
