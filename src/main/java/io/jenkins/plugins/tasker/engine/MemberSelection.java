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
 */
public record MemberSelection(
        Optional<Set<String>> limit,
        Optional<TaskId> group,
        Set<String> kept,
        Set<String> known,
        Map<TaskId, Map<String, TaskResult>> onHosts) {

    /** Runs all members. */
    public static final MemberSelection ALL =
            new MemberSelection(Optional.empty(), Optional.empty(), Set.of(), Set.of(), Map.of());

    /** Returns whether a pass of a group keeps results: the first one of the group from which the run starts. */
    boolean keepsResultsOf(TaskKey pass) {
        return group.equals(Optional.of(pass.task())) && pass.visit() == 0 && pass.repetition() == 0;
    }
}
