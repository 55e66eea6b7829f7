package io.jenkins.plugins.tasker.command;

import java.lang.System.Logger.Level;

/** Tells the log of the JVM of mistakes that belong to no command. */
final class Warnings {

    private Warnings() {}

    /** The logger is fetched here and not kept, because fetching the first one takes as long as a whole short run. */
    static void warn(String message, Throwable cause) {
        System.getLogger(Warnings.class.getPackageName()).log(Level.WARNING, message, cause);
    }
}
