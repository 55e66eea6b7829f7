package io.jenkins.plugins.tasker.report;

import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.engine.TaskStatus;
import io.jenkins.plugins.tasker.journal.TaskExecution;
import io.jenkins.plugins.tasker.journal.TaskState;
import io.jenkins.plugins.tasker.text.DecimalText;
import java.time.Duration;
import java.util.Locale;

/** How all reports name the same things. */
public final class ReportWords {

    private ReportWords() {}

    public static String of(TaskStatus status) {
        return words(status);
    }

    public static String of(TaskState state) {
        return words(state);
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@code 0.123 s}, {@code 30 s}, {@code 4 min 05 s}, {@code 3 h 07 min}: as exact as people need it. */
    public static String of(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds >= 3600) {
            return seconds / 3600 + " h" + more(seconds / 60 % 60, "min");
        }
        if (seconds >= 60) {
            return seconds / 60 + " min" + more(seconds % 60, "s");
        }
        return (duration.toMillisPart() == 0 && seconds > 0 ? seconds : TaskResult.seconds(duration)) + " s";
    }

    private static String more(long number, String unit) {
        return number == 0 ? "" : (number < 10 ? " 0" : " ") + number + " " + unit;
    }

    /** {@code 480 ms}, {@code 1.3 s}, {@code 15 s}, {@code 4 min 05 s}: for pictures and tables. */
    public static String brief(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        return millis < 9950
                ? DecimalText.decimal(Math.round(millis / 100.0) / 10.0) + " s"
                : of(Duration.ofSeconds(Math.round(millis / 1000.0)));
    }

    /** The label of the execution's last attempt (rule 16.3). */
    public static String label(TaskExecution task) {
        return task.attempts().isEmpty()
                ? task.key().label()
                : task.attempts()
                        .get(task.attempts().size() - 1)
                        .started()
                        .task()
                        .label();
    }
}
