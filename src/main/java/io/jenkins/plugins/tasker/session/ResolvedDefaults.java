package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.engine.SettingSource;
import io.jenkins.plugins.tasker.taskfile.NumberReading;
import io.jenkins.plugins.tasker.taskfile.NumericField;
import io.jenkins.plugins.tasker.taskfile.TaskDefaults;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The defaults of a run after validation (rules 4.1 to 4.3).
 *
 * @param described both settings with the values in use
 * @param warnings texts to log at WARN
 */
public record ResolvedDefaults(TaskDefaults values, List<SettingSource> described, List<String> warnings) {

    private static final String EXECUTION_TYPE = "execution type";
    private static final String TIME_LIMIT = "time limit";

    /** Returns whether a setting is the execution type that nothing but the standard of Tasker selects. */
    static boolean isStandardType(SettingSource setting) {
        return setting.name().equals(EXECUTION_TYPE) && setting.source().equals(SettingChain.DEFAULT);
    }

    /**
     * Resolves the execution type of tasks without {@code exec}: first the option, then the environment, then the
     * configuration, then the standard.
     *
     * @param option names the option or parameter in the log
     */
    public static SettingSource executionType(
            Optional<String> given, String option, Map<String, String> environment, Configured configured) {
        return SettingChain.of(EXECUTION_TYPE)
                .or(given, option)
                .orVariable(environment, "TASK_EXECUTOR_TYPE")
                .or(configured.executionType(), Configured.SOURCE)
                .orDefault(TaskDefaults.STANDARD.executionType());
    }

    /**
     * Resolves the time limit of tasks without {@code timeout}, in the order of {@link #executionType}.
     *
     * @param given seconds, as text
     * @param option names the option or parameter in the log
     */
    public static SettingSource timeLimit(
            Optional<String> given, String option, Map<String, String> environment, Configured configured) {
        return SettingChain.of(TIME_LIMIT)
                .or(given, option)
                .orVariable(environment, "TASK_EXECUTOR_TIMEOUT")
                .or(configured.timeLimit().map(limit -> Long.toString(limit.toSeconds())), Configured.SOURCE)
                .orDefault(Long.toString(TaskDefaults.STANDARD.timeLimit().toSeconds()));
    }

    /** The defaults that an administrator has configured; those of the command are {@link #NONE}. */
    public record Configured(Optional<String> executionType, Optional<Duration> timeLimit) {

        public static final Configured NONE = new Configured(Optional.empty(), Optional.empty());

        private static final String SOURCE = "global configuration";
    }

    /**
     * Validates both settings. A time limit outside its range is moved to the nearest bound, with a warning.
     *
     * @throws BadSettingException with 51 for an unknown type, with 52 for a time limit that is not a number (rule 4.3)
     */
    public static ResolvedDefaults of(SettingSource type, SettingSource timeLimit, ExecutionTypes types)
            throws BadSettingException {
        if (types.find(type.value()).isEmpty()) {
            throw new BadSettingException(
                    type,
                    ExitCodes.UNKNOWN_EXECUTION_TYPE,
                    "execution type '" + type.value() + "' (" + type.source() + ") is not known; use one of "
                            + types.choice());
        }
        NumberReading reading = NumericField.RUN_TIMEOUT.read(timeLimit.value());
        if (reading.verdict() == NumberReading.Verdict.NOT_A_NUMBER) {
            throw new BadSettingException(
                    timeLimit,
                    ExitCodes.TIMEOUT_NOT_A_NUMBER,
                    "time limit '" + timeLimit.value() + "' (" + timeLimit.source()
                            + ") is not a whole number of seconds");
        }
        Duration limit = reading.seconds().orElseThrow();
        List<String> warnings = reading.isWithin()
                ? List.of()
                : List.of("time limit " + timeLimit.value() + " (" + timeLimit.source() + ") is outside 5-1000; "
                        + limit.toSeconds() + " s is used");
        SettingSource used = new SettingSource(TIME_LIMIT, limit.toSeconds() + " s", timeLimit.source());
        return new ResolvedDefaults(new TaskDefaults(type.value(), limit), List.of(type, used), warnings);
    }
}
