package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.Optional;

/**
 * The next step of the flow after a task (rule 9.4).
 *
 * @param jump the target of a jump; empty for the following task
 * @param failure whether this is an {@code on_failure} jump, which enters the failure path (rule 9.6)
 * @param reason in words
 */
record Route(TaskKey from, Optional<TaskId> jump, boolean failure, String reason) {

    static Route toFollowing(TaskKey from, String reason) {
        return new Route(from, Optional.empty(), false, reason);
    }

    static Route onSuccess(TaskKey from, TaskId to, String reason) {
        return new Route(from, Optional.of(to), false, reason);
    }

    static Route onFailure(TaskKey from, TaskId to, String reason) {
        return new Route(from, Optional.of(to), true, reason);
    }
}
