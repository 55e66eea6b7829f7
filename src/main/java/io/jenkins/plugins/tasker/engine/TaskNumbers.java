package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.NumberReading;
import io.jenkins.plugins.tasker.taskfile.NumericField;
import io.jenkins.plugins.tasker.taskfile.Template;
import io.jenkins.plugins.tasker.text.Counted;
import io.jenkins.plugins.tasker.text.Level;
import java.time.Duration;
import java.util.Optional;

/** Reads the numbers of a task when they are used, with the run-time reactions of rule 4.4. */
final class TaskNumbers {

    private final RunContext run;
    private final TaskKey task;

    TaskNumbers(RunContext run, TaskKey task) {
        this.run = run;
        this.task = task;
    }

    /** The time limit of a command: the field, else that of the run (rules 4.1 and 4.6). */
    Duration timeLimit(Optional<Template> timeout) {
        Duration wanted =
                groupLimit(timeout).orElse(run.options.execution().defaults().timeLimit());
        Duration most = run.options.execution().limits().timeLimit();
        if (wanted.compareTo(most) <= 0) {
            return wanted;
        }
        limited("timeout", wanted.toSeconds(), most.toSeconds());
        return most;
    }

    private void limited(String field, long wanted, long most) {
        run.warn(
                task,
                "'" + field + "': " + wanted + " is above the limit that the administrator has set; " + most
                        + " is used");
    }

    /** The time limit of a group; empty if it has none (rule 11.4). */
    Optional<Duration> groupLimit(Optional<Template> timeout) {
        return read(NumericField.TIMEOUT, timeout).flatMap(NumberReading::seconds);
    }

    Duration sleep(Optional<Template> sleep) {
        return read(NumericField.SLEEP, sleep).flatMap(NumberReading::seconds).orElse(Duration.ZERO);
    }

    /** Repetitions after the first run. */
    long loop(Optional<Template> loop) {
        return read(NumericField.LOOP, loop).flatMap(NumberReading::whole).orElse(0L);
    }

    int maxParallel(Optional<Template> maxParallel, int members) {
        int wanted = read(NumericField.MAX_PARALLEL, maxParallel)
                .flatMap(NumberReading::whole)
                .map(most -> (int) Math.min(most, members))
                .orElse(members);
        long most = run.options.execution().limits().parallel();
        if (wanted <= most) {
            return wanted;
        }
        limited("max_parallel", wanted, most);
        return (int) most;
    }

    int retryCount(Optional<Template> count) {
        return read(NumericField.RETRY_COUNT, count)
                .flatMap(NumberReading::whole)
                .map(Long::intValue)
                .orElse(1);
    }

    Duration retryDelay(Optional<Template> delay) {
        return read(NumericField.RETRY_DELAY, delay)
                .flatMap(NumberReading::seconds)
                .orElse(Duration.ofSeconds(1));
    }

    /** The return code; what is none ends the run with 50 or 53. */
    int returnCode(Template returnCode) throws RunEndedException {
        String text = render(NumericField.RETURN, returnCode);
        NumberReading reading = NumericField.RETURN.read(text);
        if (reading.verdict() == NumberReading.Verdict.NOT_A_NUMBER) {
            throw new RunEndedException(
                    ExitCodes.RETURN_NOT_A_NUMBER, "'return' of " + task + " is not a whole number: '" + text + "'");
        }
        return reading.whole()
                .orElseThrow(() -> new RunEndedException(
                        ExitCodes.RETURN_OUT_OF_RANGE, "'return' of " + task + " is outside 0-255: " + text))
                .intValue();
    }

    /** Whether a demanded number of lines is met, if there is a demand; one that is no number is never met. */
    boolean isLineCount(NumericField field, Optional<Template> demand, long lines) {
        if (demand.isEmpty()) {
            return true;
        }
        Optional<Long> demanded = read(field, demand).flatMap(NumberReading::whole);
        demanded.filter(count -> count != lines)
                .ifPresent(count -> run.note(
                        Level.INFO,
                        Optional.of(task),
                        "'" + name(field) + "' demands " + Counted.of(count, "line") + ", there "
                                + (lines == 1 ? "is " : "are ") + lines));
        return demanded.equals(Optional.of(lines));
    }

    private Optional<NumberReading> read(NumericField field, Optional<Template> value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String text = render(field, value.get());
        NumberReading reading = field.read(text);
        if (!reading.isWithin()) {
            String consequence = reading.value()
                    .map(used -> used.toPlainString() + " is used")
                    .orElse(field.above() == NumericField.Outside.REJECT ? "it is never met" : "the default is used");
            run.warn(task, "'" + name(field) + "': " + complaint(field, reading) + ": '" + text + "'; " + consequence);
        }
        return Optional.of(reading);
    }

    private static String complaint(NumericField field, NumberReading reading) {
        return switch (reading.verdict()) {
            case NOT_A_NUMBER -> field.isWhole() ? "not a whole number" : "not a number";
            case BELOW -> "below " + field.minimum();
            default -> "above " + field.maximum().getAsLong();
        };
    }

    private String render(NumericField field, Template value) {
        Template.Rendered rendered = value.render(run.results);
        run.warnUnresolved(task, name(field), rendered.unresolved());
        return rendered.text();
    }

    private static String name(NumericField field) {
        return field.field().orElseThrow().key();
    }
}
