package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.IdList;
import io.jenkins.plugins.tasker.taskfile.NumberReading;
import io.jenkins.plugins.tasker.taskfile.NumericField;
import io.jenkins.plugins.tasker.taskfile.TaskKind;
import io.jenkins.plugins.tasker.taskfile.UpperLimits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reports values above the limits of the administrator that are known before the run: E36 (rule 4.6). */
final class LimitCheck implements FileCheck {

    @Override
    public void check(CheckedFile file, Findings findings) {
        UpperLimits limits = file.options().execution().limits();
        List<CheckedTask> tasks = file.tasks();
        if (tasks.size() > limits.tasks()) {
            FindingLocation firstTooMany = tasks.get((int) limits.tasks()).location();
            findings.add(FindingCode.E36, firstTooMany, "the number of tasks", tasks.size(), limits.tasks());
        }
        for (CheckedTask task : tasks) {
            if (task.kind().hasCommand()) {
                timeLimit(task, limits.timeLimit(), findings);
            }
            if (task.kind() == TaskKind.FAN_OUT) {
                hosts(task, limits.parallel(), findings);
            } else if (task.kind() == TaskKind.PARALLEL) {
                parallel(task, limits.parallel(), findings);
            }
        }
    }

    private static void timeLimit(CheckedTask task, Duration limit, Findings findings) {
        number(task, NumericField.TIMEOUT)
                .flatMap(NumberReading::seconds)
                .filter(timeout -> timeout.compareTo(limit) > 0)
                .ifPresent(timeout -> findings.add(
                        FindingCode.E36,
                        task.location(Field.TIMEOUT),
                        "'timeout'",
                        timeout.toSeconds(),
                        limit.toSeconds()));
    }

    private static void parallel(CheckedTask task, long limit, Findings findings) {
        long members =
                task.known(Field.TASKS).map(list -> IdList.items(list).size()).orElse(0);
        long atOnce = number(task, NumericField.MAX_PARALLEL)
                .flatMap(NumberReading::whole)
                .map(most -> Math.min(most, members))
                .orElse(task.has(Field.MAX_PARALLEL) ? 0 : members);
        if (atOnce > limit) {
            Field field = task.has(Field.MAX_PARALLEL) ? Field.MAX_PARALLEL : Field.TASKS;
            findings.add(FindingCode.E36, task.location(field), "the number of tasks at once", atOnce, limit);
        }
    }

    /** A fan-out task without {@code max_parallel} stays within the limit by itself. */
    private static void hosts(CheckedTask task, long limit, Findings findings) {
        number(task, NumericField.MAX_PARALLEL)
                .flatMap(NumberReading::whole)
                .filter(most -> most > limit)
                .ifPresent(most -> findings.add(
                        FindingCode.E36,
                        task.location(Field.MAX_PARALLEL),
                        "the number of hosts at once",
                        most,
                        limit));
    }

    private static Optional<NumberReading> number(CheckedTask task, NumericField number) {
        return number.field().filter(task::isEffective).flatMap(task::known).map(number::read);
    }
}
