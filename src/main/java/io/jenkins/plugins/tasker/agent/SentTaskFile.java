package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.taskfile.UnreadableTaskFileException;
import java.io.Serializable;

/**
 * A task file on its way to the controller, or why there is none.
 *
 * @param exitCode 0 if it could be read
 */
public record SentTaskFile(byte[] content, int exitCode, String problem) implements Serializable {

    public byte[] bytes() throws UnreadableTaskFileException {
        if (exitCode != 0) {
            throw new UnreadableTaskFileException(exitCode, problem);
        }
        return content;
    }
}
