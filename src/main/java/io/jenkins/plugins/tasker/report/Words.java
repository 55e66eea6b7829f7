package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.engine.TaskStatus;
import io.jenkins.plugins.tasker.journal.TaskRun;
import io.jenkins.plugins.tasker.journal.TaskState;
import java.time.Duration;
import java.util.Locale;

/** How all reports name the same things. */
final class Words {

    private Words() {}

    static String of(TaskStatus status) {
        return words(status);
    }

    static String of(TaskState state) {
        return words(state);
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@code 0.123 s}, {@code 30 s}, {@code 4 min 05 s}, {@code 3 h 07 min}: as exact as people need it. */
    static String of(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds >= 3600) {
            return String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds / 60 % 60);
        }
        if (seconds >= 60) {
            return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
        }
        return (duration.toMillisPart() == 0 && seconds > 0 ? seconds : TaskResult.seconds(duration)) + " s";
    }

    /** {@code 1 task}, {@code 2 tasks} */
    static String count(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }

    /** The label of the execution's last attempt (rule 16.3). */
    static String label(TaskRun task) {
        return task.attempts().isEmpty()
                ? task.key().label()
                : task.attempts()
                        .get(task.attempts().size() - 1)
                        .started()
                        .task()
                        .label();
    }
}
