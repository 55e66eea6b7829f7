package io.jenkins.plugins.tasker.agent;

import io.jenkins.plugins.tasker.hosts.UnreadableHostFileException;
import java.io.Serializable;

/**
 * The text of a file of hosts as the agent sends it to the controller, or the reason why it cannot be read.
 *
 * @param problem empty if the agent has read the file
 */
public record SentHostFile(String content, String problem, String remedy) implements Serializable {

    static SentHostFile of(String content) {
        return new SentHostFile(content, "", "");
    }

    static SentHostFile unreadable(UnreadableHostFileException reason) {
        return new SentHostFile("", reason.getMessage(), reason.remedy());
    }

    public String text() throws UnreadableHostFileException {
        if (!problem.isEmpty()) {
            throw new UnreadableHostFileException(problem, remedy);
        }
        return content;
    }
}
