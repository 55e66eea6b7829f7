package io.jenkins.plugins.tasker.taskfile;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds the global variables whose names mark their values as secrets of the run (rule 16.4). */
public final class SecretGlobals {

    /** Shorter values occur in other text by chance; masking them would make it unreadable. */
    private static final int SHORTEST = 6;

    private static final String WORDS = "(?:PASSWORD|PASSWD|TOKEN|SECRET|APIKEY|API_KEY|PRIVATE_KEY)";

    private static final Pattern NAME = Pattern.compile(
            "(?:.*_)?" + WORDS + "|" + WORDS + "_.*|(?:MASK|HIDE)_.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:[0-9]+(?:[.][0-9]*)?|[.][0-9]+)");
    private static final Pattern USER_INFORMATION = Pattern.compile("://[^/?#]*@");

    private SecretGlobals() {}

    /** Returns whether the name marks the value of the variable as a secret. */
    public static boolean isSecret(String name) {
        return NAME.matcher(name).matches();
    }

    /** Returns the values to mask. */
    public static Set<String> values(Globals globals) {
        Set<String> values = new TreeSet<>();
        for (String name : globals.names()) {
            Optional<String> value = value(name, globals);
            if (value.isPresent() && unmasked(value.get()).isEmpty()) {
                values.add(value.get());
                values.add(unquoted(value.get()));
            }
        }
        return values;
    }

    /** Returns why the value of a secret variable is not masked (W36); empty if it is masked, or no secret. */
    public static Optional<String> unmasked(String name, Globals globals) {
        return value(name, globals).flatMap(SecretGlobals::unmasked);
    }

    /** Returns the expanded value of a secret variable; empty for others, and for an address without user information. */
    private static Optional<String> value(String name, Globals globals) {
        return globals.value(name)
                .filter(value -> isSecret(name))
                .map(globals::expand)
                .filter(value -> !value.isEmpty())
                .filter(value -> !value.contains("://")
                        || USER_INFORMATION.matcher(value).find());
    }

    private static Optional<String> unmasked(String value) {
        String text = unquoted(value);
        if (!Template.ofExpanded(value).isStatic()) {
            return Optional.of("it is known at run time only");
        }
        if (NUMBER.matcher(text).matches()) {
            return Optional.of("it is a number");
        }
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Optional.of("it is a truth value");
        }
        return text.length() < SHORTEST
                ? Optional.of("it has fewer than " + SHORTEST + " characters")
                : Optional.empty();
    }

    /** Removes quotes around the whole value, which a command does not receive. */
    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
