package io.jenkins.plugins.tasker.steps;

import hudson.Util;
import io.jenkins.plugins.tasker.credentials.TypeCredential;
import io.jenkins.plugins.tasker.run.StepSettings;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.validation.Checks;
import java.util.List;
import java.util.Map;

/**
 * What the author of a job can say about a run, under the names that Pipeline step and build step share. What is empty or
 * null says nothing. The names and the meaning of the values are those of {@link StepSettings}.
 */
public interface RunParameters {

    String getFile();

    String getProject();

    String getType();

    String getTimeout();

    String getStartFrom();

    String getLogLevel();

    Map<String, String> getVariables();

    List<TypeCredential> getCredentials();

    boolean isConnectionTest();

    boolean isDryRun();

    boolean isFailOnError();

    boolean isJunit();

    boolean isShowPlan();

    boolean isSkipHostValidation();

    boolean isSkipTaskValidation();

    boolean isStream();

    boolean isStrictGaps();

    boolean isValidateOnly();

    /** All of it as one value. */
    default StepSettings settings() {
        return new StepSettings(
                Util.fixNull(getFile()).trim(),
                new StepSettings.Defaults(Util.fixNull(getType()), Util.fixNull(getTimeout())),
                Util.fixNull(getStartFrom()),
                new RunMode(isDryRun(), isStrictGaps(), isShowPlan()),
                new Checks(!isSkipTaskValidation(), !isSkipHostValidation(), isConnectionTest(), isValidateOnly()),
                getVariables(),
                getCredentials(),
                new StepSettings.Reports(
                        Util.fixNull(getProject()), Util.fixNull(getLogLevel()), isStream(), isJunit()),
                isFailOnError());
    }
}
