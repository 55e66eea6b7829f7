package io.jenkins.plugins.tasker.command.output;

import java.lang.System.Logger.Level;

/** Tells the log of the JVM of mistakes that belong to no command. */
public final class JvmLog {

    private JvmLog() {}

    /** The logger is fetched here and not kept, because fetching the first one takes as long as a whole short run. */
    public static void warn(String message, Throwable cause) {
        System.getLogger(JvmLog.class.getPackageName()).log(Level.WARNING, message, cause);
    }
}
