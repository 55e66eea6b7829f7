package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.engine.ExitCodes;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads points in time of the past, as people write them: {@code 30d}, {@code 12h}, {@code 2026-11-30}. */
final class Age {

    private static final Pattern AGE = Pattern.compile("([0-9]{1,5})(m|h|d|w)");

    private Age() {}

    /**
     * Returns the time that an option names.
     *
     * @throws StartException 2 if the text names none
     */
    static Instant parse(String option, String text, Clock clock) throws StartException {
        Matcher age = AGE.matcher(text);
        if (age.matches()) {
            return clock.instant().minus(unit(age.group(2)).multipliedBy(Long.parseLong(age.group(1))));
        }
        try {
            return LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException e) {
            throw new StartException(
                    ExitCodes.USAGE,
                    option + " '" + text + "': write an age such as 30d, 12h or 2w, or a date such as 2026-11-30");
        }
    }

    private static Duration unit(String letter) {
        return switch (letter) {
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            default -> Duration.ofDays(7);
        };
    }
}
