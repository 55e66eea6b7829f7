package io.jenkins.plugins.tasker.run;

import io.jenkins.plugins.tasker.credentials.TypeCredential;
import io.jenkins.plugins.tasker.session.Checks;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What the author of a job says about a run, as it was written and not yet judged; an empty text says nothing.
 *
 * @param file the task file, relative to the workspace
 * @param project name under which runs of several jobs are looked at together
 * @param type execution type of tasks without {@code exec}
 * @param timeout seconds, for tasks without {@code timeout}
 * @param startFrom id of the task to start with
 * @param logLevel least important level that the console shows
 * @param variables values of globals that win over the file
 * @param credentials of execution types, in place of those of the global configuration
 * @param showPlan whether the console shows what would run, and a real run waits for an approval
 * @param stream whether the console shows the output of commands while they run
 * @param junit whether the tasks of a real run become a test report of the build
 * @param failOnError whether a run that goes wrong fails the build; otherwise it becomes unstable and goes on
 */
public record StepSettings(
        String file,
        String project,
        String type,
        String timeout,
        String startFrom,
        String logLevel,
        Map<String, String> variables,
        List<TypeCredential> credentials,
        Checks checks,
        boolean showPlan,
        boolean dryRun,
        boolean strictGaps,
        boolean stream,
        boolean junit,
        boolean failOnError)
        implements Serializable {

    public StepSettings {
        variables = Map.copyOf(variables);
        credentials = List.copyOf(credentials);
    }

    /** All by default. */
    public static StepSettings of(String file) {
        return new StepSettings(
                file, "", "", "", "", "", Map.of(), List.of(), Checks.STANDARD, false, false, false, false, true, true);
    }

    /** The same with other texts, such as those in which variables of the build have got their values. */
    public StepSettings with(UnaryOperator<String> text) {
        Map<String, String> values = new LinkedHashMap<>(variables);
        values.replaceAll((name, value) -> text.apply(value));
        return new StepSettings(
                text.apply(file),
                text.apply(project),
                text.apply(type),
                text.apply(timeout),
                text.apply(startFrom),
                text.apply(logLevel),
                values,
                credentials.stream().map(credential -> credential.with(text)).toList(),
                checks,
                showPlan,
                dryRun,
                strictGaps,
                stream,
                junit,
                failOnError);
    }
}
