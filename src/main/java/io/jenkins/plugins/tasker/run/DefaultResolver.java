package io.jenkins.plugins.tasker.run;

import hudson.AbortException;
import io.jenkins.plugins.tasker.configuration.TaskerConfiguration;
import io.jenkins.plugins.tasker.engine.RunOptions;
import io.jenkins.plugins.tasker.engine.SettingSource;
import io.jenkins.plugins.tasker.session.BadSettingException;
import io.jenkins.plugins.tasker.session.TaskDefaults;
import java.time.Duration;
import java.util.Map;

/** What counts in a build for tasks that say nothing themselves: the step, the environment, the administrator (rule 4.1). */
public final class DefaultResolver {

    private static final String STEP = "step";
    private static final String CONFIGURATION = "global configuration";

    private DefaultResolver() {}

    /**
     * @param type of the step; may be empty, like its {@code timeout}
     * @throws AbortException if the one that counts cannot be used; the message says why, and the remedy
     */
    public static TaskDefaults of(
            String type, String timeout, TaskerConfiguration configuration, Map<String, String> environment)
            throws AbortException {
        SettingSource configuredType = configuration.getDefaultType().isEmpty()
                ? TaskDefaults.defaultType()
                : TaskDefaults.type(configuration.getDefaultType(), CONFIGURATION);
        SettingSource configuredLimit = timeLimit(configuration);
        try {
            TaskDefaults defaults = TaskDefaults.of(
                    type.isEmpty()
                            ? TaskDefaults.inEnvironment(environment, TaskDefaults.TYPE_VARIABLE, configuredType)
                            : TaskDefaults.type(type, STEP),
                    timeout.isEmpty()
                            ? TaskDefaults.inEnvironment(environment, TaskDefaults.TIME_LIMIT_VARIABLE, configuredLimit)
                            : TaskDefaults.timeLimit(timeout, STEP),
                    configuration.types());
            refuseAbove(configuration.limits().timeLimit(), defaults);
            return defaults;
        } catch (BadSettingException e) {
            throw new AbortException(e.getMessage());
        }
    }

    private static SettingSource timeLimit(TaskerConfiguration configuration) {
        Duration given = configuration.getDefaultTimeout() == 0
                ? RunOptions.DEFAULT_TIME_LIMIT
                : Duration.ofSeconds(configuration.getDefaultTimeout());
        Duration most = configuration.limits().timeLimit();
        Duration used = given.compareTo(most) < 0 ? given : most;
        return used.equals(RunOptions.DEFAULT_TIME_LIMIT)
                ? TaskDefaults.defaultTimeLimit()
                : TaskDefaults.timeLimit(String.valueOf(used.toSeconds()), CONFIGURATION);
    }

    private static void refuseAbove(Duration most, TaskDefaults defaults) throws AbortException {
        if (defaults.timeLimit().compareTo(most) > 0) {
            throw new AbortException("the time limit of " + defaults.timeLimit().toSeconds()
                    + " s is above the limit of " + most.toSeconds() + " s that the administrator has set;"
                    + " stay within the limit, or ask the administrator of this Jenkins for a higher one");
        }
    }
}
