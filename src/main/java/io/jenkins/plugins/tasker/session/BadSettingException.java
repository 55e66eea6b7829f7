package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.engine.SettingSource;

/** Thrown when the value of a setting is not valid. The message contains the source of the value and the remedy. */
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

    /** The exit code if the value does not come from the command line (rule 4.3); a bad option is a usage error. */
    public int exitCode() {
        return exitCode;
    }
}
