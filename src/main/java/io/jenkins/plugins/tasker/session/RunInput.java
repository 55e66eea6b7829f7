package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.taskfile.TaskFile;
import io.jenkins.plugins.tasker.taskfile.TaskFileParser;
import io.jenkins.plugins.tasker.taskfile.TaskFileReader;
import java.util.Map;

/**
 * The task file of a run.
 *
 * @param fileName base name
 * @param variables values of globals that override those of the file
 */
public record RunInput(String fileName, TaskFileReader.Content content, Map<String, String> variables) {

    TaskFile parse() {
        return TaskFileParser.parse(content.text());
    }
}
