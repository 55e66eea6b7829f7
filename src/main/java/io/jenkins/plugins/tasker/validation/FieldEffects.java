package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.Next;
import java.util.Optional;

/** Finds fields that other fields of the same task make ineffective (rules 3.5, 9.3, 9.9, 10.3 and 10.5). */
final class FieldEffects {

    private FieldEffects() {}

    /** Returns why a field has no effect next to the other fields of its task; empty if it has an effect. */
    static Optional<String> reasonWithoutEffect(CheckedTask task, Field field) {
        return switch (field) {
            case LOOP -> Optional.of("'next' does not ask for a loop").filter(r -> isReadable(task) && !loops(task));
            case LOOP_BREAK -> Optional.of("the task has no loop").filter(r -> isReadable(task) && !loops(task));
            case BATCH_SLEEP, BATCH_CONFIRM ->
                Optional.of("the task has no 'batch'").filter(r -> !task.has(Field.BATCH));
            case ON_SUCCESS -> onSuccess(task);
            case ON_FAILURE -> onFailure(task);
            default -> Optional.empty();
        };
    }

    private static Optional<String> onSuccess(CheckedTask task) {
        if (task.next().mode() == Next.Mode.NEVER) {
            return Optional.of("'next=never' ends the run");
        }
        return task.uses(Field.RETURN) ? Optional.of("'return' ends the run first") : Optional.empty();
    }

    private static Optional<String> onFailure(CheckedTask task) {
        if (task.uses(Field.MAX_FAIL) || task.uses(Field.FAIL_FAST)) {
            return Optional.empty();
        }
        return switch (task.next().mode()) {
            case NEVER -> Optional.of("'next=never' ends the run");
            case ALWAYS -> Optional.of("'next=always' is always satisfied");
            case LOOP -> Optional.of("leaving a loop is always satisfied");
            case ABSENT -> Optional.of("leaving a loop is always satisfied").filter(r -> task.has(Field.LOOP));
            case CONDITION -> Optional.empty();
        };
    }

    private static boolean loops(CheckedTask task) {
        Next.Mode mode = task.next().mode();
        return mode == Next.Mode.LOOP || (mode == Next.Mode.ABSENT && task.has(Field.LOOP));
    }

    /** Returns whether {@code next} can be read. Without a readable {@code next} the intended mode is unknown. */
    private static boolean isReadable(CheckedTask task) {
        return task.next().condition().filter(c -> !c.problems().isEmpty()).isEmpty();
    }
}
