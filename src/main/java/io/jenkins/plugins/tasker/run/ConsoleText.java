package io.jenkins.plugins.tasker.run;

import java.util.regex.Pattern;

/** Prepares the output of commands for the console of a build. */
public final class ConsoleText {

    /**
     * A console note of Jenkins, with its control characters escaped. A command that prints the log of another build also prints
     * the notes of that build, which would clutter the console.
     */
    private static final Pattern NOTE = Pattern.compile("\\\\x1B\\[8mha:[A-Za-z0-9+/=]*\\\\x1B\\[0m");

    private ConsoleText() {}

    /** @param visible text with escaped control characters, in which Jenkins recognizes no note */
    public static String withoutNotes(String visible) {
        return visible.contains("[8mha:") ? NOTE.matcher(visible).replaceAll("") : visible;
    }
}
