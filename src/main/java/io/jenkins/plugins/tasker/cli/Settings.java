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

    static final String LOG_VARIABLE = "TASK_EXECUTOR_LOG";

    private Settings() {}

    /** @throws StartException 2 for a bad option, 51 and 52 for a bad variable (rule 4.3) */
    static TaskDefaults of(Arguments arguments, Map<String, String> environment, ExecutionTypes types)
            throws StartException {
        RunSetting type =
                setting(arguments.type(), "-t", environment, TaskDefaults.TYPE_VARIABLE, TaskDefaults.defaultType());
        RunSetting timeout = setting(
                arguments.timeout(),
                "-o",
                environment,
                TaskDefaults.TIME_LIMIT_VARIABLE,
                TaskDefaults.defaultTimeLimit());
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

    private static RunSetting setting(
            Optional<String> given,
            String option,
            Map<String, String> environment,
            String variable,
            RunSetting defaultSetting) {
        if (given.isPresent()) {
            return new RunSetting(defaultSetting.name(), given.get(), "option " + option);
        }
        return TaskDefaults.inEnvironment(environment, variable, defaultSetting);
    }
}
