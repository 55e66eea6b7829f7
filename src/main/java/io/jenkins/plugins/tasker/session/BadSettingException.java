package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.engine.SettingSource;

/** A setting of the run has a value that cannot be used; the message names its source and the remedy. */
public final class BadSettingException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient SettingSource setting;
    private final int exitCode;

    BadSettingException(SettingSource setting, int exitCode, String message) {
        super(message);
        this.setting = setting;
        this.exitCode = exitCode;
    }

    public SettingSource setting() {
        return setting;
    }

    /** The exit code of a value that is wrong other than in how the command is called (rule 4.3). */
    public int exitCode() {
        return exitCode;
    }
}
