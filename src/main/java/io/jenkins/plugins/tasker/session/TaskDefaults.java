package io.jenkins.plugins.tasker.session;

import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.engine.RunOptions;
import io.jenkins.plugins.tasker.engine.SettingSource;
import io.jenkins.plugins.tasker.taskfile.NumberReading;
import io.jenkins.plugins.tasker.taskfile.NumericField;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What counts for tasks that say nothing themselves (rule 4.1), read and judged.
 *
 * @param described both settings as they are used
 * @param warnings what must be logged at WARN
 */
public record TaskDefaults(
        String executionType, Duration timeLimit, List<SettingSource> described, List<String> warnings) {

    public static final String TYPE_VARIABLE = "TASK_EXECUTOR_TYPE";
    public static final String TIME_LIMIT_VARIABLE = "TASK_EXECUTOR_TIMEOUT";

    private static final String TYPE = "execution type";
    private static final String TIME_LIMIT = "time limit";
    private static final String DEFAULT = "default";

    public static SettingSource type(String name, String source) {
        return new SettingSource(TYPE, name, source);
    }

    public static SettingSource defaultType() {
        return type(RunOptions.DEFAULT_EXECUTION_TYPE, DEFAULT);
    }

    public static SettingSource timeLimit(String seconds, String source) {
        return new SettingSource(TIME_LIMIT, seconds, source);
    }

    public static SettingSource defaultTimeLimit() {
        return timeLimit(Long.toString(RunOptions.DEFAULT_TIME_LIMIT.toSeconds()), DEFAULT);
    }

    /** What a variable of the environment says, else another setting; an empty variable says nothing (rule 4.2). */
    public static SettingSource inEnvironment(
            Map<String, String> environment, String variable, SettingSource otherwise) {
        String value = environment.getOrDefault(variable, "");
        return value.isEmpty()
                ? otherwise
                : new SettingSource(otherwise.name(), value, "environment variable " + variable);
    }

    /** @throws BadSettingException with 51 or 52 (rule 4.3) */
    public static TaskDefaults of(SettingSource type, SettingSource timeLimit, ExecutionTypes types)
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
        SettingSource used = timeLimit(limit.toSeconds() + " s", timeLimit.source());
        return new TaskDefaults(type.value(), limit, List.of(type, used), warnings);
    }
}
