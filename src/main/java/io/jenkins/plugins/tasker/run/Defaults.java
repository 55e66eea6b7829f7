package io.jenkins.plugins.tasker.run;

import hudson.AbortException;
import io.jenkins.plugins.tasker.configuration.TaskerConfiguration;
import io.jenkins.plugins.tasker.engine.RunSetting;
import io.jenkins.plugins.tasker.session.BadSettingException;
import io.jenkins.plugins.tasker.session.TaskDefaults;
import java.util.Map;

/** What counts in a build for tasks that say nothing themselves: the step, the environment, the administrator (rule 4.1). */
final class Defaults {

    private static final String STEP = "step";
    private static final String CONFIGURATION = "global configuration";

    private Defaults() {}

    /**
     * @param type of the step; may be empty, like its {@code timeout}
     * @throws AbortException if the one that counts cannot be used; the message says why, and the remedy
     */
    static TaskDefaults of(
            String type, String timeout, TaskerConfiguration configuration, Map<String, String> environment)
            throws AbortException {
        RunSetting configuredType = configuration.getDefaultType().isEmpty()
                ? TaskDefaults.defaultType()
                : TaskDefaults.type(configuration.getDefaultType(), CONFIGURATION);
        RunSetting configuredLimit = configuration.getDefaultTimeout() == 0
                ? TaskDefaults.defaultTimeLimit()
                : TaskDefaults.timeLimit(String.valueOf(configuration.getDefaultTimeout()), CONFIGURATION);
        try {
            return TaskDefaults.of(
                    type.isEmpty()
                            ? TaskDefaults.inEnvironment(environment, TaskDefaults.TYPE_VARIABLE, configuredType)
                            : TaskDefaults.type(type, STEP),
                    timeout.isEmpty()
                            ? TaskDefaults.inEnvironment(environment, TaskDefaults.TIME_LIMIT_VARIABLE, configuredLimit)
                            : TaskDefaults.timeLimit(timeout, STEP),
                    configuration.types());
        } catch (BadSettingException e) {
            throw new AbortException(e.getMessage());
        }
    }
}
