package io.jenkins.plugins.tasker.cli;

import java.util.HashMap;
import java.util.Map;

/**
 * The environment of whoever called the launcher, which the commands inherit (rule 5.10). The launcher gives Java a locale
 * of its own, so that words beyond ASCII reach commands as they are, and leaves a note of what was there.
 */
final class CallerEnvironment {

    private static final String LOCALE = "LC_ALL";
    private static final String NOTE = "TASKER_CALLERS_LC_ALL";

    private CallerEnvironment() {}

    /** @param environment of this process; given back as it is if the launcher left no note */
    static Map<String, String> of(Map<String, String> environment) {
        String locale = environment.get(NOTE);
        if (locale == null) {
            return environment;
        }
        Map<String, String> callers = new HashMap<>(environment);
        callers.remove(NOTE);
        callers.remove(LOCALE);
        if (!locale.isEmpty()) {
            callers.put(LOCALE, locale);
        }
        return callers;
    }
}
