package io.jenkins.plugins.tasker.text;

import java.util.regex.Pattern;

/** Writes words so that a POSIX shell reads them unchanged, for command lines that people paste. */
public final class ShellQuoting {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private ShellQuoting() {}

    /** Returns the word, in single quotes if a shell would read it differently without them. */
    public static String word(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
