package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.engine.RunOptions;
import io.jenkins.plugins.tasker.engine.RunSetting;
import io.jenkins.plugins.tasker.taskfile.NumberReading;
import io.jenkins.plugins.tasker.taskfile.NumericField;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of rule 4.1, each from the first source that has it: command line, environment, default.
 *
 * @param warnings what must be logged at WARN
 */
record Settings(String executionType, Duration timeLimit, List<RunSetting> described, List<String> warnings) {

    static final String TYPE_VARIABLE = "TASK_EXECUTOR_TYPE";
    static final String TIMEOUT_VARIABLE = "TASK_EXECUTOR_TIMEOUT";
    static final String LOG_VARIABLE = "TASK_EXECUTOR_LOG";

    /** @throws StartException 2 for a bad option, 51 and 52 for a bad variable (rule 4.3) */
    static Settings of(Arguments arguments, Map<String, String> environment, ExecutionTypes types)
            throws StartException {
        RunSetting type = setting(
                "execution type",
                arguments.type(),
                "-t",
                environment,
                TYPE_VARIABLE,
                RunOptions.DEFAULT_EXECUTION_TYPE);
        if (types.find(type.value()).isEmpty()) {
            throw new StartException(
                    exitCode(type, ExitCodes.UNKNOWN_EXECUTION_TYPE),
                    "execution type '" + type.value() + "' (" + type.source() + ") is not known; use one of "
                            + String.join(", ", types.names()));
        }
        RunSetting timeout = setting(
                "time limit",
                arguments.timeout(),
                "-o",
                environment,
                TIMEOUT_VARIABLE,
                Long.toString(RunOptions.DEFAULT_TIME_LIMIT.toSeconds()));
        NumberReading reading = NumericField.RUN_TIMEOUT.read(timeout.value());
        if (reading.verdict() == NumberReading.Verdict.NOT_A_NUMBER) {
            throw new StartException(
                    exitCode(timeout, ExitCodes.TIMEOUT_NOT_A_NUMBER),
                    "time limit '" + timeout.value() + "' (" + timeout.source() + ") is not a whole number of seconds");
        }
        Duration limit = reading.seconds().orElseThrow();
        List<String> warnings = reading.isWithin()
                ? List.of()
                : List.of("time limit " + timeout.value() + " (" + timeout.source() + ") is outside 5-1000; "
                        + limit.toSeconds() + " s is used");
        RunSetting used = new RunSetting(timeout.name(), limit.toSeconds() + " s", timeout.source());
        return new Settings(type.value(), limit, List.of(type, used), warnings);
    }

    /** The log directory; {@code ~} is the user's home. */
    static Path logDirectory(Optional<String> option, Map<String, String> environment) {
        String home = Optional.ofNullable(environment.get("HOME"))
                .filter(value -> !value.isEmpty())
                .orElse(System.getProperty("user.home"));
        RunSetting directory = setting(
                "log directory",
                option,
                "-l",
                environment,
                LOG_VARIABLE,
                Path.of(home, "TASKER").toString());
        String path = directory.value();
        return path.equals("~") || path.startsWith("~/") ? Path.of(home + path.substring(1)) : Path.of(path);
    }

    private static int exitCode(RunSetting setting, int ofVariable) {
        return setting.source().startsWith("option") ? ExitCodes.USAGE : ofVariable;
    }

    /** An empty environment value counts as not set (rule 4.2). */
    private static RunSetting setting(
            String name,
            Optional<String> given,
            String option,
            Map<String, String> environment,
            String variable,
            String defaultValue) {
        if (given.isPresent()) {
            return new RunSetting(name, given.get(), "option " + option);
        }
        String value = environment.getOrDefault(variable, "");
        return value.isEmpty()
                ? new RunSetting(name, defaultValue, "default")
                : new RunSetting(name, value, "environment variable " + variable);
    }
}
