package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.engine.SecretForms;
import io.jenkins.plugins.tasker.hosts.HostSources;
import io.jenkins.plugins.tasker.taskfile.Globals;
import io.jenkins.plugins.tasker.taskfile.SecretGlobals;
import io.jenkins.plugins.tasker.taskfile.TaskFile;
import io.jenkins.plugins.tasker.taskfile.TaskFileParser;
import io.jenkins.plugins.tasker.taskfile.TaskFileReader;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The task file of a run.
 *
 * @param fileName base name
 * @param variables values of globals that override those of the file
 * @param named the variables that were given one by one, where a name that the file does not know is probably mistyped
 * @param hosts the inventory, and the files that lists of hosts name
 */
public record RunInput(
        String fileName,
        TaskFileReader.Content content,
        Map<String, String> variables,
        Set<String> named,
        HostSources hosts) {

    /** Returns all forms of the secrets that names of globals mark (rule 16.4). */
    public Set<String> secrets() {
        Globals globals = Globals.of(parse().globals(), variables);
        return SecretGlobals.values(globals).stream()
                .flatMap(value -> SecretForms.of(value).stream())
                .collect(Collectors.toSet());
    }

    /** Parses the task file, whatever its content. */
    public TaskFile parse() {
        return TaskFileParser.parse(content.text());
    }
}
