package io.jenkins.plugins.tasker.cli;

import java.util.HashMap;
import java.util.Map;

/**
 * Restores the environment of the caller, which commands inherit (rule 5.10). The launcher starts Java with a UTF-8 locale, so
 * that words beyond ASCII reach commands unchanged, and saves the original locale in a variable.
 */
final class CallerEnvironment {

    private static final String LOCALE = "LC_ALL";
    private static final String SAVED_LOCALE = "TASKER_CALLERS_LC_ALL";

    private CallerEnvironment() {}

    /** @param environment of this process; returned unchanged if the launcher saved no locale */
    static Map<String, String> of(Map<String, String> environment) {
        String locale = environment.get(SAVED_LOCALE);
        if (locale == null) {
            return environment;
        }
        Map<String, String> caller = new HashMap<>(environment);
        caller.remove(SAVED_LOCALE);
        caller.remove(LOCALE);
        if (!locale.isEmpty()) {
            caller.put(LOCALE, locale);
        }
        return caller;
    }
}
