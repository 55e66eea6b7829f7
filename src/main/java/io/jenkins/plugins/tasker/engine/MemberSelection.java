package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which members of groups run (rules 19.13 and 19.14).
 *
 * @param limit the hosts on which fan-out tasks run; empty for all
 * @param group the group that repeats only what failed
 * @param kept members of {@code group} that keep their results: hosts, or ids of sub-tasks
 * @param known all members that {@code group} had in the earlier run, of which the results are kept or not
 * @param onHosts restored results of fan-out tasks, by task and host
 * @param avoided hosts on which no fan-out task starts, because host validation failed there, with the reasons (rule 14.7)
 */
public record MemberSelection(
        Optional<Set<String>> limit,
        Optional<TaskId> group,
        Set<String> kept,
        Set<String> known,
        Map<TaskId, Map<String, TaskResult>> onHosts,
        Map<String, String> avoided) {

    /** Creates a selection that avoids no host. */
    public MemberSelection(
            Optional<Set<String>> limit,
            Optional<TaskId> group,
            Set<String> kept,
            Set<String> known,
            Map<TaskId, Map<String, TaskResult>> onHosts) {
        this(limit, group, kept, known, onHosts, Map.of());
    }

    /** Runs all members. */
    public static final MemberSelection ALL =
            new MemberSelection(Optional.empty(), Optional.empty(), Set.of(), Set.of(), Map.of());

    /** Returns the same selection, with hosts on which no fan-out task starts. */
    public MemberSelection avoiding(Map<String, String> hosts) {
        return new MemberSelection(limit, group, kept, known, onHosts, hosts);
    }

    /** Returns whether a fan-out task runs on a host, at least in its first pass. */
    public boolean includes(TaskId task, String host) {
        return limit.filter(hosts -> !hosts.contains(host)).isEmpty()
                && !(group.equals(Optional.of(task)) && kept.contains(host));
    }

    /** Returns whether a pass of a group keeps results: the first one of the group from which the run starts. */
    boolean keepsResultsOf(TaskKey pass) {
        return group.equals(Optional.of(pass.task())) && pass.visit() == 0 && pass.repetition() == 0;
    }
}
