package io.jenkins.plugins.tasker.taskfile;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The numbers that a task can set, with their ranges, their defaults and what a number outside of its range does: the
 * table of rule 4.4, for validation and for the run. Times are in seconds.
 */
public enum NumericField {
    /** {@code -o} and {@code TASK_EXECUTOR_TIMEOUT}: the time limit of every task that sets none. */
    RUN_TIMEOUT(null, 5, 1000L, 30L, Outside.CLAMP, Outside.CLAMP),
    /** Without the field, or with one that is no number, the next source of rule 4.1 decides. */
    TIMEOUT(Field.TIMEOUT, 5, 3600L, null, Outside.CLAMP, Outside.CLAMP),
    SLEEP(Field.SLEEP, 0, 300L, 0L, Outside.DEFAULT, Outside.CLAMP),
    LOOP(Field.LOOP, 0, null, 0L, Outside.DEFAULT, Outside.CLAMP),
    /** The default is the number of {@code tasks}. */
    MAX_PARALLEL(Field.MAX_PARALLEL, 1, null, null, Outside.DEFAULT, Outside.CLAMP),
    RETRY_COUNT(Field.RETRY_COUNT, 0, 10L, 1L, Outside.DEFAULT, Outside.CLAMP),
    RETRY_DELAY(Field.RETRY_DELAY, 0, 300L, 1L, Outside.DEFAULT, Outside.CLAMP),
    /** Exit code 53 outside of the range, 50 for what is no number. */
    RETURN(Field.RETURN, 0, 255L, null, Outside.REJECT, Outside.REJECT),
    /** A task with a count that is rejected or no number is not successful. */
    STDOUT_COUNT(Field.STDOUT_COUNT, 0, null, null, Outside.REJECT, Outside.CLAMP),
    STDERR_COUNT(Field.STDERR_COUNT, 0, null, null, Outside.REJECT, Outside.CLAMP);

    /** What a number outside of the range does. */
    public enum Outside {
        /** The nearest limit is used. */
        CLAMP,
        /** The default is used, as if the field were not given. */
        DEFAULT,
        /** It cannot be used at all. */
        REJECT
    }

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern FRACTION = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)");

    /** No real number is longer, and reading one of a million digits takes minutes. */
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

    /** Where it stands in a task file; empty for {@link #RUN_TIMEOUT}. */
    public Optional<Field> field() {
        return field;
    }

    public long minimum() {
        return minimum;
    }

    /** Empty: there is no upper limit. */
    public OptionalLong maximum() {
        return maximum;
    }

    /** Empty: the default depends on other settings. */
    public OptionalLong defaultValue() {
        return defaultValue;
    }

    public Outside below() {
        return below;
    }

    public Outside above() {
        return above;
    }

    /** Whether fractions are not allowed. */
    public boolean isWhole() {
        return this != SLEEP;
    }

    /** Reads a value, globals expanded and results inserted; white space around it does not count. */
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
