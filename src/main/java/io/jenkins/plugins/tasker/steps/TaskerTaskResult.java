package io.jenkins.plugins.tasker.steps;

import io.jenkins.plugins.tasker.engine.TaskResult;
import io.jenkins.plugins.tasker.taskfile.ResultName;
import java.io.Serializable;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/** The result of one task, with the values of the variables of the task file (section 7). */
public final class TaskerTaskResult implements Serializable {

    private static final long serialVersionUID = 1L;

    private final boolean success;
    private final int exitCode;
    private final String stdout;
    private final String stderr;
    private final String hostname;
    private final double duration;

    TaskerTaskResult(TaskResult result) {
        this(
                result.success(),
                result.exitCode(),
                new Outputs(
                        result.value(ResultName.STDOUT).orElseThrow(),
                        result.value(ResultName.STDERR).orElseThrow()),
                result.hostname(),
                result.duration().toMillis() / 1000.0);
    }

    public TaskerTaskResult(boolean success, int exitCode, Outputs outputs, String hostname, double duration) {
        this.success = success;
        this.exitCode = exitCode;
        this.stdout = outputs.stdout();
        this.stderr = outputs.stderr();
        this.hostname = hostname;
        this.duration = duration;
    }

    /** The output of a task, as the variables of the task file have it. */
    public record Outputs(String stdout, String stderr) {}

    @Whitelisted
    public boolean isSuccess() {
        return success;
    }

    /** Returns the exit code; -1 for a skipped task. */
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

    /** Returns the duration in seconds. */
    @Whitelisted
    public double getDuration() {
        return duration;
    }

    @Override
    public String toString() {
        return success ? "successful" : "exit code " + exitCode;
    }
}
