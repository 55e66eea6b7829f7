package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.engine.RunSetting;
import io.jenkins.plugins.tasker.session.BadSettingException;
import io.jenkins.plugins.tasker.session.TaskDefaults;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The settings of rule 4.1, each from the first source that has it: command line, environment, default. */
final class Settings {

    static final String TYPE_VARIABLE = "TASK_EXECUTOR_TYPE";
    static final String TIMEOUT_VARIABLE = "TASK_EXECUTOR_TIMEOUT";
    static final String LOG_VARIABLE = "TASK_EXECUTOR_LOG";

    private Settings() {}

    /** @throws StartException 2 for a bad option, 51 and 52 for a bad variable (rule 4.3) */
    static TaskDefaults of(Arguments arguments, Map<String, String> environment, ExecutionTypes types)
            throws StartException {
        RunSetting type = setting(arguments.type(), "-t", environment, TYPE_VARIABLE, TaskDefaults.defaultType());
        RunSetting timeout =
                setting(arguments.timeout(), "-o", environment, TIMEOUT_VARIABLE, TaskDefaults.defaultTimeLimit());
        try {
            return TaskDefaults.of(type, timeout, types);
        } catch (BadSettingException e) {
            boolean option = e.setting().source().startsWith("option");
            throw new StartException(option ? ExitCodes.USAGE : e.exitCode(), e.getMessage());
        }
    }

    /** The log directory; {@code ~} is the user's home. */
    static Path logDirectory(Optional<String> option, Map<String, String> environment) {
        String home = Optional.ofNullable(environment.get("HOME"))
                .filter(value -> !value.isEmpty())
                .orElse(System.getProperty("user.home"));
        RunSetting inHome =
                new RunSetting("log directory", Path.of(home, "TASKER").toString(), "default");
        String path = setting(option, "-l", environment, LOG_VARIABLE, inHome).value();
        return path.equals("~") || path.startsWith("~/") ? Path.of(home + path.substring(1)) : Path.of(path);
    }

    /** An empty environment value counts as not set (rule 4.2). */
    private static RunSetting setting(
            Optional<String> given,
            String option,
            Map<String, String> environment,
            String variable,
            RunSetting defaultSetting) {
        if (given.isPresent()) {
            return new RunSetting(defaultSetting.name(), given.get(), "option " + option);
        }
        String value = environment.getOrDefault(variable, "");
        return value.isEmpty()
                ? defaultSetting
                : new RunSetting(defaultSetting.name(), value, "environment variable " + variable);
    }
}
