package io.jenkins.plugins.tasker.run;

import io.jenkins.plugins.tasker.credentials.TypeCredential;
import io.jenkins.plugins.tasker.taskfile.RunMode;
import io.jenkins.plugins.tasker.validation.Checks;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The parameters of a step as the author of the job wrote them, before validation. An empty text selects the default.
 *
 * @param file the task file, relative to the workspace
 * @param startFrom id of the first task
 * @param variables values of globals that override those of the file
 * @param credentials of execution types; they replace those of the global configuration
 * @param failOnError whether an unsuccessful run fails the build; otherwise the build becomes unstable and continues
 * @param unhandledFailures name of an {@link UnhandledFailures}
 */
public record StepSettings(
        String file,
        Defaults defaults,
        String startFrom,
        RunMode mode,
        Checks checks,
        Map<String, String> variables,
        List<TypeCredential> credentials,
        Reports reports,
        boolean failOnError,
        String unhandledFailures)
        implements Serializable {

    /**
     * What applies where the task file has no value of its own.
     *
     * @param type execution type of tasks without {@code exec}
     * @param timeout seconds, for tasks without {@code timeout}
     * @param hosts the inventory, relative to the workspace
     */
    public record Defaults(String type, String timeout, String hosts) implements Serializable {

        public Defaults {
            // a build that an earlier version saved has none
            hosts = hosts == null ? "" : hosts;
        }

        private Defaults with(UnaryOperator<String> text) {
            return new Defaults(text.apply(type), text.apply(timeout), text.apply(hosts));
        }
    }

    /**
     * Where and in which detail the run is reported.
     *
     * @param project name that groups runs of several jobs
     * @param logLevel least important level that the console shows
     * @param stream whether the console shows the output of commands while they run
     * @param junit whether the tasks of a real run are added to the test report of the build
     */
    public record Reports(String project, String logLevel, boolean stream, boolean junit) implements Serializable {

        private Reports with(UnaryOperator<String> text) {
            return new Reports(text.apply(project), text.apply(logLevel), stream, junit);
        }
    }

    public StepSettings {
        variables = Map.copyOf(variables);
        credentials = List.copyOf(credentials);
        // a build that an earlier version saved has none
        unhandledFailures = unhandledFailures == null ? "" : unhandledFailures;
    }

    /** Returns the settings of a step without any other parameter. */
    public static StepSettings of(String file) {
        return new StepSettings(
                file,
                new Defaults("", "", ""),
                "",
                RunMode.REAL_RUN,
                Checks.STANDARD,
                Map.of(),
                List.of(),
                new Reports("", "", true, true),
                true,
                "");
    }

    /** Returns a copy in which each text is replaced, for example with variables of the build expanded. */
    public StepSettings with(UnaryOperator<String> text) {
        Map<String, String> values = new LinkedHashMap<>(variables);
        values.replaceAll((name, value) -> text.apply(value));
        return new StepSettings(
                text.apply(file),
                defaults.with(text),
                text.apply(startFrom),
                mode,
                checks,
                values,
                credentials.stream().map(credential -> credential.with(text)).toList(),
                reports.with(text),
                failOnError,
                text.apply(unhandledFailures));
    }
}
