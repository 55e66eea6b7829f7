package io.jenkins.plugins.tasker.taskfile;

import java.util.Optional;

/**
 * Where the run continues after a task (sections 9 and 10).
 *
 * @param next {@link Next#ABSENT} if it is not given; {@code loop} alone acts as {@code next=loop} (rule 10.5)
 * @param onSuccess the target of the jump; {@link TaskId#UNREADABLE} if the text is not an id
 * @param onFailure the target of the jump; {@link TaskId#UNREADABLE} if the text is not an id
 * @param loop number of repetitions; effective only if {@code next} is a loop
 */
public record TaskFlow(
        Next next,
        Optional<TaskId> onSuccess,
        Optional<TaskId> onFailure,
        Optional<Template> loop,
        Optional<Condition> loopBreak) {

    /** The flow after a member of a group, which has no route. */
    static final TaskFlow NONE =
            new TaskFlow(Next.ABSENT, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
