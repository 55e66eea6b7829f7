package io.jenkins.plugins.tasker.steps;

import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.taskfile.ResultName;
import java.io.Serializable;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/** What one task left behind, with the values that variables of the task file have (section 7). */
public final class TaskerTaskResult implements Serializable {

    private static final long serialVersionUID = 1L;

    private final boolean success;
    private final int exitCode;
    private final String stdout;
    private final String stderr;
    private final String hostname;
    private final double duration;

    TaskerTaskResult(TaskResult result) {
        success = result.success();
        exitCode = result.exitCode();
        stdout = result.value(ResultName.STDOUT).orElseThrow();
        stderr = result.value(ResultName.STDERR).orElseThrow();
        hostname = result.hostname();
        duration = result.duration().toMillis() / 1000.0;
    }

    @Whitelisted
    public boolean isSuccess() {
        return success;
    }

    /** -1 for a skipped task. */
    @Whitelisted
    public int getExitCode() {
        return exitCode;
    }

    @Whitelisted
    public String getStdout() {
        return stdout;
    }

    @Whitelisted
    public String getStderr() {
        return stderr;
    }

    @Whitelisted
    public String getHostname() {
        return hostname;
    }

    /** Seconds. */
    @Whitelisted
    public double getDuration() {
        return duration;
    }

    @Override
    public String toString() {
        return success ? "successful" : "exit code " + exitCode;
    }
}
