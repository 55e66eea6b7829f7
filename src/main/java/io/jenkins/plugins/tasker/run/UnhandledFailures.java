package io.jenkins.plugins.tasker.run;

import hudson.AbortException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The result of the build if the run ends with 0 although a task failed and no field of the file uses its failure (rule
 * 18.2).
 */
public enum UnhandledFailures {
    UNSTABLE,
    IGNORE,
    FAIL;

    /** Returns the name in scripts and forms. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds a value by its name in any case; the empty text is {@link #UNSTABLE}.
     *
     * @throws AbortException if the name is unknown; the message contains the known ones
     */
    static UnhandledFailures of(String given) throws AbortException {
        if (given.isEmpty()) {
            return UNSTABLE;
        }
        return Arrays.stream(values())
                .filter(value -> value.key().equalsIgnoreCase(given))
                .findFirst()
                .orElseThrow(() -> new AbortException(Messages.UnhandledFailures_unknown(
                        given,
                        Arrays.stream(values()).map(UnhandledFailures::key).collect(Collectors.joining(", ")))));
    }
}
