package io.jenkins.plugins.tasker.taskfile;

import java.util.Optional;

/**
 * Where a task goes on after it ran (sections 9 and 10).
 *
 * @param next {@link Next#ABSENT} if not given; {@code loop} alone counts as {@code next=loop} (rule 10.5)
 * @param onSuccess where to jump, {@link TaskId#UNREADABLE} if the text is no id
 * @param onFailure likewise
 * @param loop number of repetitions; has no effect unless {@code next} is a loop
 */
public record TaskFlow(
        Next next,
        Optional<TaskId> onSuccess,
        Optional<TaskId> onFailure,
        Optional<Template> loop,
        Optional<Condition> loopBreak) {}
