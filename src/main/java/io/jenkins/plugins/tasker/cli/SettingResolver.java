package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.engine.SettingSource;
import io.jenkins.plugins.tasker.session.BadSettingException;
import io.jenkins.plugins.tasker.session.TaskDefaults;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of rule 4.1, each from the first source that has it: command line, environment, default. */
final class SettingResolver {

    static final String LOG_VARIABLE = "TASK_EXECUTOR_LOG";

    private SettingResolver() {}

    /** @throws StartException 2 for a bad option, 51 and 52 for a bad variable (rule 4.3) */
    static TaskDefaults of(Arguments arguments, Map<String, String> environment, ExecutionTypes types)
            throws StartException {
        SettingSource type =
                setting(arguments.type(), "-t", environment, TaskDefaults.TYPE_VARIABLE, TaskDefaults.defaultType());
        SettingSource timeout = setting(
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
    static SettingSource logDirectory(Optional<String> option, Map<String, String> environment) {
        String home = Optional.ofNullable(environment.get("HOME"))
                .filter(value -> !value.isEmpty())
                .orElse(System.getProperty("user.home"));
        SettingSource inHome =
                new SettingSource("log directory", Path.of(home, "TASKER").toString(), "default");
        SettingSource used = setting(option, "-l", environment, LOG_VARIABLE, inHome);
        String path = used.value();
        return path.equals("~") || path.startsWith("~/")
                ? new SettingSource(used.name(), home + path.substring(1), used.source())
                : used;
    }

    /** All of them, for the log (rule 16.9); of variables the names only, as nobody knows which ones hold secrets. */
    static List<SettingSource> described(
            TaskDefaults defaults, SettingSource logDirectory, Arguments arguments, Map<String, String> variables) {
        List<SettingSource> all = new ArrayList<>(defaults.described());
        all.add(logDirectory);
        arguments.project().ifPresent(project -> all.add(new SettingSource("project", project, "option -p")));
        if (arguments.strictGaps()) {
            all.add(new SettingSource("strict gaps", "yes", "option " + Options.STRICT_GAPS));
        }
        if (!variables.isEmpty()) {
            String source = arguments.variablesFile().isEmpty()
                    ? "option " + Options.VAR
                    : "options " + Options.VAR + " and " + Options.VARS;
            all.add(new SettingSource("variables", String.join(", ", variables.keySet()), source));
        }
        arguments
                .resumeFrom()
                .ifPresent(run -> all.add(new SettingSource("results of", run, "option " + Options.RESUME_FROM)));
        return List.copyOf(all);
    }

    private static SettingSource setting(
            Optional<String> given,
            String option,
            Map<String, String> environment,
            String variable,
            SettingSource defaultSetting) {
        if (given.isPresent()) {
            return new SettingSource(defaultSetting.name(), given.get(), "option " + option);
        }
        return TaskDefaults.inEnvironment(environment, variable, defaultSetting);
    }
}
