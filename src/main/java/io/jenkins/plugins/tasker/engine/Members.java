package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.Task;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.List;

/** The members of a group by their position in its list, counted from 0. */
interface Members {

    int size();

    /** Returns the sub-tasks; none if the members are hosts. */
    default List<TaskId> tasks() {
        return List.of();
    }

    /** Returns the hosts of a fan-out task, with their secrets masked; none if the members are tasks. */
    default List<String> hosts() {
        return List.of();
    }

    /** Returns the host, or the id of the sub-task. */
    String name(int position);

    /** Returns what the member runs. */
    Task task(int position);

    TaskKey key(int position);

    /** Returns the host of a member, as far as it is known without running it; empty without one. */
    String host(int position);

    /** Names members for people: {@code tasks: [11, 12]}, or folded hosts (rule 19.11). */
    String named(List<Integer> positions);

    /** Returns whether later tasks refer to the result of each member. */
    boolean areResultsUsed();

    /** Returns whether the members are hosts of one task instead of tasks. */
    boolean areHosts();
}
