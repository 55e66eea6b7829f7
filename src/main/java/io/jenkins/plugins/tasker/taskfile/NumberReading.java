package io.jenkins.plugins.tasker.taskfile;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * The result of reading a text as one of the {@link NumericField}s (rule 4.4).
 *
 * @param value the number that the run uses: the number itself, the limit or the default; empty if the number is
 *     rejected, or if the default depends on other settings
 */
public record NumberReading(Verdict verdict, Optional<BigDecimal> value) {

    /** The position of a number relative to the range of its field. */
    public enum Verdict {
        WITHIN,
        BELOW,
        ABOVE,
        NOT_A_NUMBER
    }

    public boolean isWithin() {
        return verdict == Verdict.WITHIN;
    }

    /** Returns the value of a whole number. */
    public Optional<Long> whole() {
        return value.map(BigDecimal::longValue);
    }

    /** Returns the value as seconds, truncated to nanoseconds. */
    public Optional<Duration> seconds() {
        return value.map(seconds -> Duration.ofSeconds(
                seconds.longValue(),
                seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue()));
    }
}
