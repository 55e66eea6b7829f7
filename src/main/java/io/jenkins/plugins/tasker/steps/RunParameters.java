package io.jenkins.plugins.tasker.steps;

import hudson.Util;
import io.jenkins.plugins.tasker.credentials.TypeCredential;
import io.jenkins.plugins.tasker.run.StepSettings;
import io.jenkins.plugins.tasker.session.Checks;
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
                Util.fixNull(getProject()),
                Util.fixNull(getType()),
                Util.fixNull(getTimeout()),
                Util.fixNull(getStartFrom()),
                Util.fixNull(getLogLevel()),
                getVariables(),
                getCredentials(),
                new Checks(!isSkipTaskValidation(), !isSkipHostValidation(), isConnectionTest(), isValidateOnly()),
                isShowPlan(),
                isDryRun(),
                isStrictGaps(),
                isStream(),
                isJunit(),
                isFailOnError());
    }
}
