package io.jenkins.plugins.tasker.taskfile;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The numbers that a task can set: their ranges, their defaults, and the effect of a number outside its range (rule
 * 4.4). Validation and engine both use this table. Times are in seconds.
 */
public enum NumericField {
    /** {@code -o} and {@code TASK_EXECUTOR_TIMEOUT}: the time limit of every task without a limit of its own. */
    RUN_TIMEOUT(null, 5, 1000L, 30L, Outside.CLAMP, Outside.CLAMP),
    /** If the field is missing or not a number, the next source of rule 4.1 applies. */
    TIMEOUT(Field.TIMEOUT, 5, 3600L, null, Outside.CLAMP, Outside.CLAMP),
    SLEEP(Field.SLEEP, 0, 300L, 0L, Outside.DEFAULT, Outside.CLAMP),
    LOOP(Field.LOOP, 0, null, 0L, Outside.DEFAULT, Outside.CLAMP),
    /** The default is the number of {@code tasks}. */
    MAX_PARALLEL(Field.MAX_PARALLEL, 1, null, null, Outside.DEFAULT, Outside.CLAMP),
    /** Seconds between two waves of a group (rule 19.9). */
    BATCH_SLEEP(Field.BATCH_SLEEP, 0, 3600L, 0L, Outside.DEFAULT, Outside.CLAMP),
    RETRY_COUNT(Field.RETRY_COUNT, 0, 10L, 1L, Outside.DEFAULT, Outside.CLAMP),
    RETRY_DELAY(Field.RETRY_DELAY, 0, 300L, 1L, Outside.DEFAULT, Outside.CLAMP),
    /** Ends the run with exit code 53 if the value is outside the range, and with 50 if it is not a number. */
    RETURN(Field.RETURN, 0, 255L, null, Outside.REJECT, Outside.REJECT),
    /** A task with a count that is rejected, or is not a number, fails. */
    STDOUT_COUNT(Field.STDOUT_COUNT, 0, null, null, Outside.REJECT, Outside.CLAMP),
    STDERR_COUNT(Field.STDERR_COUNT, 0, null, null, Outside.REJECT, Outside.CLAMP);

    /** The effect of a number outside the range. */
    public enum Outside {
        /** The nearest limit applies. */
        CLAMP,
        /** The default applies, as if the field were missing. */
        DEFAULT,
        /** The number is unusable. */
        REJECT
    }

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern FRACTION = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)");

    /** The maximum length of a number that is read exactly. Reading one of a million digits would take minutes. */
    private static final int LONGEST = 40;

    private final Optional<Field> field;
    private final long minimum;
    private final OptionalLong maximum;
    private final OptionalLong defaultValue;
    private final Outside below;
    private final Outside above;

    NumericField(Field field, long minimum, Long maximum, Long defaultValue, Outside below, Outside above) {
        this.field = Optional.ofNullable(field);
        this.minimum = minimum;
        this.maximum = maximum == null ? OptionalLong.empty() : OptionalLong.of(maximum);
        this.defaultValue = defaultValue == null ? OptionalLong.empty() : OptionalLong.of(defaultValue);
        this.below = below;
        this.above = above;
    }

    /** Returns the field of a task file; empty for {@link #RUN_TIMEOUT}. */
    public Optional<Field> field() {
        return field;
    }

    public long minimum() {
        return minimum;
    }

    /** Returns the upper limit; empty if the range is open. */
    public OptionalLong maximum() {
        return maximum;
    }

    /** Returns the default; empty if it depends on other settings. */
    public OptionalLong defaultValue() {
        return defaultValue;
    }

    public Outside below() {
        return below;
    }

    public Outside above() {
        return above;
    }

    /** Returns whether the field rejects fractions. */
    public boolean isWhole() {
        return this != SLEEP && this != BATCH_SLEEP;
    }

    /**
     * Reads a value in which globals are expanded and results are inserted. White space around the number is ignored.
     */
    public NumberReading read(String text) {
        Optional<BigDecimal> number = number(WhiteSpace.trim(text));
        if (number.isEmpty()) {
            return new NumberReading(NumberReading.Verdict.NOT_A_NUMBER, byDefault());
        }
        BigDecimal value = number.get();
        if (value.compareTo(BigDecimal.valueOf(minimum)) < 0) {
            return new NumberReading(NumberReading.Verdict.BELOW, instead(below, minimum));
        }
        if (maximum.isPresent() && value.compareTo(BigDecimal.valueOf(maximum.getAsLong())) > 0) {
            return new NumberReading(NumberReading.Verdict.ABOVE, instead(above, maximum.getAsLong()));
        }
        return new NumberReading(NumberReading.Verdict.WITHIN, Optional.of(value));
    }

    private Optional<BigDecimal> number(String text) {
        if (!(isWhole() ? WHOLE : FRACTION).matcher(text).matches()) {
            return Optional.empty();
        }
        if (text.length() > LONGEST) {
            BigDecimal huge = BigDecimal.valueOf(Long.MAX_VALUE);
            return Optional.of(text.startsWith("-") ? huge.negate() : huge);
        }
        return Optional.of(new BigDecimal(text).min(BigDecimal.valueOf(Long.MAX_VALUE)));
    }

    private Optional<BigDecimal> instead(Outside reaction, long limit) {
        return switch (reaction) {
            case CLAMP -> Optional.of(BigDecimal.valueOf(limit));
            case DEFAULT -> byDefault();
            case REJECT -> Optional.empty();
        };
    }

    private Optional<BigDecimal> byDefault() {
        return defaultValue.isPresent() ? Optional.of(BigDecimal.valueOf(defaultValue.getAsLong())) : Optional.empty();
    }
}
