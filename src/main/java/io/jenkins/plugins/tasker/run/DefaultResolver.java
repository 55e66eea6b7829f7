package io.jenkins.plugins.tasker.run;

import hudson.AbortException;
import io.jenkins.plugins.tasker.configuration.TaskerConfiguration;
import io.jenkins.plugins.tasker.session.BadSettingException;
import io.jenkins.plugins.tasker.session.ResolvedDefaults;
import io.jenkins.plugins.tasker.taskfile.TaskDefaults;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Resolves the defaults of tasks in a build: from the step, the environment or the global configuration (rule 4.1). */
public final class DefaultResolver {

    private static final String STEP = "step";

    private DefaultResolver() {}

    /**
     * @param given by the step; an empty text selects the next source
     * @throws AbortException if the value of the first source is not valid; the message contains the reason and the remedy
     */
    public static ResolvedDefaults of(
            StepSettings.Defaults given, TaskerConfiguration configuration, Map<String, String> environment)
            throws AbortException {
        ResolvedDefaults.Configured configured =
                new ResolvedDefaults.Configured(nonEmpty(configuration.getDefaultType()), timeLimit(configuration));
        try {
            ResolvedDefaults defaults = ResolvedDefaults.of(
                    ResolvedDefaults.executionType(nonEmpty(given.type()), STEP, environment, configured),
                    ResolvedDefaults.timeLimit(nonEmpty(given.timeout()), STEP, environment, configured),
                    configuration.types());
            rejectAbove(configuration.limits().timeLimit(), defaults.values());
            return defaults;
        } catch (BadSettingException e) {
            throw new AbortException(e.getMessage());
        }
    }

    private static Optional<String> nonEmpty(String text) {
        return Optional.of(text).filter(given -> !given.isEmpty());
    }

    /** The configured time limit, lowered to the upper limit; empty if that is the standard. */
    private static Optional<Duration> timeLimit(TaskerConfiguration configuration) {
        Duration standard = TaskDefaults.STANDARD.timeLimit();
        Duration given = configuration.getDefaultTimeout() == 0
                ? standard
                : Duration.ofSeconds(configuration.getDefaultTimeout());
        Duration most = configuration.limits().timeLimit();
        return Optional.of(given.compareTo(most) < 0 ? given : most).filter(used -> !used.equals(standard));
    }

    private static void rejectAbove(Duration most, TaskDefaults defaults) throws AbortException {
        if (defaults.timeLimit().compareTo(most) > 0) {
            throw new AbortException(Messages.DefaultResolver_aboveLimit(
                    Long.toString(defaults.timeLimit().toSeconds()), Long.toString(most.toSeconds())));
        }
    }
}
