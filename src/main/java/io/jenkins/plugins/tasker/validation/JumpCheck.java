package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.TaskId;
import java.util.List;
import java.util.Optional;

/** Checks the targets of jumps: E20, E31 (rule 9.10). */
final class JumpCheck implements FileCheck.OfTask {

    private static final List<Field> JUMPS = List.of(Field.ON_SUCCESS, Field.ON_FAILURE);

    @Override
    public void check(CheckedTask task, Findings findings) {
        for (Field field : JUMPS) {
            // Ineffective jumps are checked, too, because their targets also count as jump targets (rule 1.6).
            if (task.uses(field)) {
                task.known(field)
                        .filter(value -> !value.isEmpty())
                        .ifPresent(value -> target(task, field, value, findings));
            }
        }
    }

    private static void target(CheckedTask task, Field field, String value, Findings findings) {
        Optional<TaskId> target = TaskId.parse(value);
        if (target.isEmpty()) {
            findings.add(FindingCode.E31, task.location(field), field, value);
        } else if (task.file().find(target.get()).isEmpty()) {
            findings.add(FindingCode.E20, task.location(field), field, target.get());
        }
    }
}
