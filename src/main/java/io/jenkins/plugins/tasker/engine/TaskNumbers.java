package io.jenkins.plugins.tasker.engine;

import io.jenkins.plugins.tasker.taskfile.Field;
import io.jenkins.plugins.tasker.taskfile.NumberReading;
import io.jenkins.plugins.tasker.taskfile.NumericField;
import io.jenkins.plugins.tasker.taskfile.Portion;
import io.jenkins.plugins.tasker.taskfile.Rollout;
import io.jenkins.plugins.tasker.taskfile.Template;
import io.jenkins.plugins.tasker.text.Counted;
import io.jenkins.plugins.tasker.text.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the numeric fields of a task when they are used, and applies rule 4.4 to values outside their range. */
final class TaskNumbers {

    private final RunContext run;
    private final TaskKey task;

    TaskNumbers(RunContext run, TaskKey task) {
        this.run = run;
        this.task = task;
    }

    /** Returns the time limit of a command: the field, or the default of the run (rules 4.1 and 4.6). */
    Duration timeLimit(Optional<Template> timeout) {
        Duration value =
                groupLimit(timeout).orElse(run.options.execution().defaults().timeLimit());
        Duration maximum = run.options.execution().limits().timeLimit();
        if (value.compareTo(maximum) <= 0) {
            return value;
        }
        warnLimited("timeout", value.toSeconds(), maximum.toSeconds());
        return maximum;
    }

    private void warnLimited(String field, long value, long maximum) {
        run.warn(
                task,
                "'" + field + "': " + value + " is above the limit that the administrator has set; " + maximum
                        + " is used");
    }

    /** Returns the time limit of a group; empty without one (rule 11.4). */
    Optional<Duration> groupLimit(Optional<Template> timeout) {
        return read(NumericField.TIMEOUT, timeout).flatMap(NumberReading::seconds);
    }

    Duration sleep(Optional<Template> sleep) {
        return read(NumericField.SLEEP, sleep).flatMap(NumberReading::seconds).orElse(Duration.ZERO);
    }

    /** Returns the number of repetitions after the first pass. */
    long loop(Optional<Template> loop) {
        return read(NumericField.LOOP, loop).flatMap(NumberReading::whole).orElse(0L);
    }

    /**
     * Returns how many members run at the same time.
     *
     * @param byDefault without the field
     */
    int maxParallel(Optional<Template> maxParallel, int members, int byDefault) {
        int value = read(NumericField.MAX_PARALLEL, maxParallel)
                .flatMap(NumberReading::whole)
                .map(number -> (int) Math.min(number, members))
                .orElse(Math.min(members, byDefault));
        long maximum = run.options.execution().limits().parallel();
        if (value <= maximum) {
            return value;
        }
        warnLimited("max_parallel", value, maximum);
        return (int) maximum;
    }

    Duration wavePause(Optional<Template> pause) {
        return read(NumericField.BATCH_SLEEP, pause)
                .flatMap(NumberReading::seconds)
                .orElse(Duration.ZERO);
    }

    /** Returns how many members may fail; empty without a limit. A value that cannot be read allows none (rule 19.10). */
    OptionalInt mayFail(Rollout rollout, int members) {
        if (rollout.budget().isEmpty()) {
            return rollout.failFast() ? OptionalInt.of(0) : OptionalInt.empty();
        }
        Template.Rendered rendered = rollout.budget().get().render(run.lookup(task));
        run.warnUnresolved(task, Field.MAX_FAIL.key(), rendered.unresolved());
        Optional<Portion> portion = Portion.parse(rendered.text());
        if (portion.isEmpty()) {
            run.warn(
                    task,
                    "'" + Field.MAX_FAIL + "' is neither a number nor per cent: '" + rendered.text() + "'; 0 is used");
        }
        return OptionalInt.of(portion.map(part -> part.roundedDown(members)).orElse(0));
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

    /**
     * Returns the return code.
     *
     * @throws RunEndedException with 50 if it is not a whole number, with 53 if it is outside 0-255
     */
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

    /** Returns whether an output has the required number of lines; false if the requirement is not a number. */
    boolean isLineCount(NumericField field, Optional<Template> required, long lines) {
        if (required.isEmpty()) {
            return true;
        }
        Optional<Long> number = read(field, required).flatMap(NumberReading::whole);
        number.filter(count -> count != lines)
                .ifPresent(count -> run.note(
                        Level.INFO,
                        Optional.of(task),
                        "'" + name(field) + "' requires " + Counted.of(count, "line") + ", but there "
                                + (lines == 1 ? "is " : "are ") + lines));
        return number.equals(Optional.of(lines));
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
            run.warn(task, "'" + name(field) + "': " + problem(field, reading) + ": '" + text + "'; " + consequence);
        }
        return Optional.of(reading);
    }

    private static String problem(NumericField field, NumberReading reading) {
        return switch (reading.verdict()) {
            case NOT_A_NUMBER -> field.isWhole() ? "not a whole number" : "not a number";
            case BELOW -> "below " + field.minimum();
            default -> "above " + field.maximum().getAsLong();
        };
    }

    private String render(NumericField field, Template value) {
        Template.Rendered rendered = value.render(run.lookup(task));
        run.warnUnresolved(task, name(field), rendered.unresolved());
        return rendered.text();
    }

    private static String name(NumericField field) {
        return field.field().orElseThrow().key();
    }
}
