package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.command.ExecutionSettings;
import io.jenkins.plugins.tasker.command.Programs;
import io.jenkins.plugins.tasker.hosts.HostSources;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The facts about a run that the validation of its task file needs.
 *
 * @param programs of the machine where commands run; decides how a local command with blanks is read (rule 5.7)
 * @param variables values of globals that override those of the file
 * @param hosts the inventory, and the files that lists of hosts name
 * @param startFrom the first task, which the file defines; by default the one with the lowest id that is no sub-task (rule 9.1)
 * @param restored tasks with a result before the run starts (rule 15.9)
 * @param checks without {@link Checks#tasks}, only the errors that cannot be skipped are found (rule 13.2)
 */
public record ValidationOptions(
        ExecutionSettings execution,
        Programs programs,
        Map<String, String> variables,
        HostSources hosts,
        RunMode mode,
        Optional<TaskId> startFrom,
        Set<TaskId> restored,
        Checks checks) {

    public ValidationOptions {
        variables = Map.copyOf(variables);
        restored = Set.copyOf(restored);
    }
}
