package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.IdList;
import io.jenkins.plugins.tasker.taskfile.NumberReading;
import io.jenkins.plugins.tasker.taskfile.NumericField;
import io.jenkins.plugins.tasker.taskfile.TaskKind;
import java.util.Optional;

/** Reports numbers that are allowed but rarely intended: W13 (rule 13.5). */
final class UnusualNumberCheck implements FileCheck.OfTask {

    private static final long MANY_AT_ONCE = 20;
    private static final long LONG_DELAY = 60;

    @Override
    public void check(CheckedTask task, Findings findings) {
        number(task, NumericField.RETRY_COUNT).filter(count -> count == 0).ifPresent(count -> {
            report(task, Field.RETRY_COUNT, count, "failed tasks are not retried", findings);
        });
        number(task, NumericField.RETRY_DELAY)
                .filter(delay -> delay > LONG_DELAY)
                .ifPresent(delay -> {
                    report(task, Field.RETRY_DELAY, delay, "more than a minute between two attempts", findings);
                });
        number(task, NumericField.MAX_PARALLEL).ifPresent(atOnce -> maxParallel(task, atOnce, findings));
    }

    private static void maxParallel(CheckedTask task, long atOnce, Findings findings) {
        Optional<Integer> members = task.known(Field.TASKS).map(IdList::items).map(items -> items.size());
        if (members.filter(count -> atOnce > count).isPresent()) {
            report(task, Field.MAX_PARALLEL, atOnce, "the group has only " + members.get() + " tasks", findings);
        } else if (atOnce > MANY_AT_ONCE && task.kind() != TaskKind.FAN_OUT) {
            report(task, Field.MAX_PARALLEL, atOnce, "more than 20 tasks at once", findings);
        }
    }

    private static void report(CheckedTask task, Field field, long value, String reason, Findings findings) {
        findings.add(FindingCode.W13, task.location(field), field, value, reason);
    }

    private static Optional<Long> number(CheckedTask task, NumericField number) {
        return number.field()
                .filter(task::isEffective)
                .flatMap(task::known)
                .map(number::read)
                .filter(NumberReading::isWithin)
                .flatMap(NumberReading::whole);
    }
}
