package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.engine.ExitCodes;
import io.jenkins.plugins.tasker.engine.SettingSource;
import io.jenkins.plugins.tasker.session.BadSettingException;
import io.jenkins.plugins.tasker.session.ResolvedDefaults;
import io.jenkins.plugins.tasker.session.SettingChain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves the settings of rule 4.1 from command line, environment and defaults, in this order. */
final class SettingResolver {

    private static final String OPTION = "option ";

    private SettingResolver() {}

    /** @throws StartException 2 for a bad option, 51 and 52 for a bad variable (rule 4.3) */
    static ResolvedDefaults of(Arguments arguments, Map<String, String> environment, ExecutionTypes types)
            throws StartException {
        Arguments.Defaults given = arguments.defaults();
        ResolvedDefaults.Configured none = ResolvedDefaults.Configured.NONE;
        try {
            return ResolvedDefaults.of(
                    ResolvedDefaults.executionType(given.type(), OPTION + "-t", environment, none),
                    ResolvedDefaults.timeLimit(given.timeout(), OPTION + "-o", environment, none),
                    types);
        } catch (BadSettingException e) {
            boolean option = e.setting().source().startsWith(OPTION);
            throw new StartException(option ? ExitCodes.USAGE : e.exitCode(), e.getMessage());
        }
    }

    /** The log directory; a leading {@code ~} is replaced by the user's home. */
    static SettingSource logDirectory(Optional<String> option, Map<String, String> environment) {
        String home = Optional.ofNullable(environment.get("HOME"))
                .filter(value -> !value.isEmpty())
                .orElse(System.getProperty("user.home"));
        SettingSource used = SettingChain.of("log directory")
                .or(option, OPTION + "-l")
                .orVariable(environment, "TASK_EXECUTOR_LOG")
                .orDefault(Path.of(home, "TASKER").toString());
        String path = used.value();
        return path.equals("~") || path.startsWith("~/")
                ? new SettingSource(used.name(), home + path.substring(1), used.source())
                : used;
    }

    /** All settings, for the log (rule 16.9). Of variables it has the names only, because any value may be a secret. */
    static List<SettingSource> described(
            ResolvedDefaults defaults, SettingSource logDirectory, Arguments arguments, Map<String, String> variables) {
        List<SettingSource> all = new ArrayList<>(defaults.described());
        all.add(logDirectory);
        arguments.outputs().project().ifPresent(project -> all.add(option("project", project, "-p")));
        if (arguments.mode().strictGaps()) {
            all.add(option("strict gaps", "yes", Options.STRICT_GAPS));
        }
        arguments.files().inventory().ifPresent(file -> all.add(option("inventory", file.toString(), Options.HOSTS)));
        arguments.start().members().limit().ifPresent(items -> all.add(option("hosts", items, Options.LIMIT)));
        if (!variables.isEmpty()) {
            String source = arguments.variables().files().isEmpty()
                    ? "option " + Options.VAR
                    : "options " + Options.VAR + " and " + Options.VARS;
            all.add(new SettingSource("variables", String.join(", ", variables.keySet()), source));
        }
        return List.copyOf(all);
    }

    /** @param name of the record whose results are restored */
    static SettingSource resumedRun(String name) {
        return option("results of", name, Options.RESUME_FROM);
    }

    private static SettingSource option(String name, String value, String option) {
        return new SettingSource(name, value, OPTION + option);
    }
}
