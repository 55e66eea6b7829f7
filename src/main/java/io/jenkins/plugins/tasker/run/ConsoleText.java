package io.jenkins.plugins.tasker.run;

import java.util.regex.Pattern;

/** Text of commands and files on its way to a console. */
public final class ConsoleText {

    /**
     * How Jenkins writes notes into its logs, with control characters made visible. A command that prints the log of another
     * build prints its notes too; a line would be full of them, and none of them is about this build.
     */
    private static final Pattern NOTE = Pattern.compile("\\\\x1B\\[8mha:[A-Za-z0-9+/=]*\\\\x1B\\[0m");

    private ConsoleText() {}

    /** @param visible text without control characters; so no note in it is one for Jenkins */
    public static String withoutNotes(String visible) {
        return visible.contains("[8mha:") ? NOTE.matcher(visible).replaceAll("") : visible;
    }
}
