package io.jenkins.plugins.tasker.taskfile;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * A text that was read as one of the {@link NumericField}s (rule 4.4).
 *
 * @param value what the run uses: the number itself, the limit or the default; empty if the number is rejected or the
 *     default depends on other settings
 */
public record NumberReading(Verdict verdict, Optional<BigDecimal> value) {

    /** Where the number lies. */
    public enum Verdict {
        WITHIN,
        BELOW,
        ABOVE,
        NOT_A_NUMBER
    }

    public boolean isWithin() {
        return verdict == Verdict.WITHIN;
    }

    /** The value of a whole number. */
    public Optional<Long> whole() {
        return value.map(BigDecimal::longValue);
    }

    /** The value of a number of seconds; what is smaller than a nanosecond is lost. */
    public Optional<Duration> seconds() {
        return value.map(seconds -> Duration.ofSeconds(
                seconds.longValue(),
                seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue()));
    }
}
