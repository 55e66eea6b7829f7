package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.command.ExecutionSettings;
import io.jenkins.plugins.tasker.command.output.Spool;
import io.jenkins.plugins.tasker.hosts.HostSources;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.Map;
import java.util.Optional;

/**
 * The options with which the engine runs a workflow.
 *
 * @param startFrom the first task (rule 15.8); by default the one with the lowest id
 * @param restored results of an earlier run (rule 15.9)
 * @param hosts the inventory, and the files that lists of hosts name
 * @param members which members of groups run
 * @param spools creates the storage for large elements of split outputs
 */
public record RunOptions(
        ExecutionSettings execution,
        RunMode mode,
        Optional<TaskId> startFrom,
        Map<TaskId, TaskResult> restored,
        Secrets secrets,
        HostSources hosts,
        MemberSelection members,
        Spool.Factory spools) {

    /** Creates options with which all members of groups run. */
    public RunOptions(
            ExecutionSettings execution,
            RunMode mode,
            Optional<TaskId> startFrom,
            Map<TaskId, TaskResult> restored,
            Secrets secrets,
            HostSources hosts,
            Spool.Factory spools) {
        this(execution, mode, startFrom, restored, secrets, hosts, MemberSelection.ALL, spools);
    }
}
